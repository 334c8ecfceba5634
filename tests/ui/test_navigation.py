"""tests: places, and the way back and forward through them."""

from __future__ import annotations

from ui.navigation import NEGOTIATION, PEOPLE, SUPPLIERS, Navigation, Place


def way(*gone: Place) -> Navigation:
    navigation = Navigation(lambda place: None if place in gone else place)
    for record in (1, 2, 3):
        navigation.go(Place(SUPPLIERS, record))
    return navigation


def test_back_and_forward_walk_the_way_that_was_gone() -> None:
    navigation = way()
    assert navigation.back()
    assert navigation.place == Place(SUPPLIERS, 2)
    assert navigation.back()
    assert navigation.place == Place(SUPPLIERS, 1)
    assert not navigation.back()
    assert navigation.forward()
    assert navigation.forward()
    assert navigation.place == Place(SUPPLIERS, 3)
    assert not navigation.can_go_forward


def test_going_somewhere_new_ends_the_way_forward() -> None:
    navigation = way()
    navigation.back()
    navigation.go(Place(PEOPLE, 7))
    assert not navigation.can_go_forward
    navigation.back()
    assert navigation.place == Place(SUPPLIERS, 2)


def test_places_that_are_gone_are_stepped_over() -> None:
    gone: set[Place] = set()
    navigation = Navigation(lambda place: None if place in gone else place)
    for record in (1, 2, 3):
        navigation.go(Place(SUPPLIERS, record))
    gone.add(Place(SUPPLIERS, 2))
    assert navigation.back()
    assert navigation.place == Place(SUPPLIERS, 1)
    assert not navigation.go(Place(SUPPLIERS, 2))
    assert navigation.place == Place(SUPPLIERS, 1)


def test_another_spot_of_the_same_part_is_no_step_of_its_own() -> None:
    navigation = way()
    navigation.go(Place(NEGOTIATION, 1, "prepare", "issues"))
    navigation.note(Place(NEGOTIATION, 1, "prepare", "alternatives"))
    navigation.back()
    assert navigation.place == Place(SUPPLIERS, 3)
    navigation.forward()
    assert navigation.place == Place(NEGOTIATION, 1, "prepare", "alternatives")


def test_each_place_remembers_the_record_shown_last() -> None:
    navigation = way()
    navigation.go(Place(PEOPLE, 7))
    assert navigation.last_of(SUPPLIERS) == Place(SUPPLIERS, 3)
    navigation.forget()
    assert navigation.last_of(SUPPLIERS) == Place(SUPPLIERS)


def test_a_place_survives_being_stored_and_nothing_else_becomes_one() -> None:
    place = Place(NEGOTIATION, 3, "meet", "x")
    assert Place.from_json(place.to_json()) == place
    odd: object
    for odd in (None, {}, [], "people", {"name": "attic", "record": 1, "part": "", "spot": ""}, {"name": 1}):
        assert Place.from_json(odd) is None

"""ui: Prepare - goal, issues, interests, alternatives and what is believed of the other side, one step each."""

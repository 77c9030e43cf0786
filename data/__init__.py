"""The dataset room: curated facts about low-dose naltrexone, their types, loader and rules."""

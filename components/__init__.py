"""Pictures (charts, pure) and Streamlit pieces (ui)."""

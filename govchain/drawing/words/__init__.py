"""The fixed words of pictures, English and Chinese side by side, a file a place."""

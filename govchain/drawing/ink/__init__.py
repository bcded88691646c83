"""What a picture is drawn with: shapes, letters, colours, signs."""

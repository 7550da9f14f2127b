"""The DOCX writer: semantic page → WordprocessingML, without WeasyPrint."""

"""Writes what is proposed: the draft, its checks and its Word document, on a screen or by command."""

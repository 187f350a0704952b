"""A theme as Qt takes it: a palette and one string of style rules for the whole application, set once."""

from PySide6.QtGui import QColor, QPalette

from showctl.ui.theme import Theme


def palette(theme: Theme) -> QPalette:
    """What Fusion paints with."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.app,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.panel,
        QPalette.ColorRole.AlternateBase: theme.raised,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.text_3,
        QPalette.ColorRole.Button: theme.raised,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.Highlight: theme.selected,
        QPalette.ColorRole.HighlightedText: theme.text,
        QPalette.ColorRole.ToolTipBase: theme.raised,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Mid: theme.line_strong,
        QPalette.ColorRole.Dark: theme.line,
        QPalette.ColorRole.Link: theme.focus,
    }
    for role, value in roles.items():
        made.setColor(role, QColor(value))
    return made


def rules(theme: Theme) -> str:
    """Buttons, headers, tabs, scroll bars, splitters. Everything else is painted."""
    t = theme
    return f"""
    QWidget#panel {{ background: {t.panel}; border-radius: 8px; }}
    QWidget#bar {{ background: {t.panel}; }}
    QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.line_strong}; padding: 6px; }}
    QSplitter::handle {{ background: transparent; }}
    QAbstractItemView {{ background: {t.panel}; border: none; outline: none; }}
    QHeaderView {{ background: {t.panel}; border: none; }}
    QHeaderView::section {{
        background: {t.panel}; color: {t.text_3};
        border: none; border-bottom: 1px solid {t.line}; padding: 0px 10px 0px 8px;
    }}
    QTableView QHeaderView::section {{ padding: 0px 6px 0px 0px; }}
    QPushButton {{
        background: {t.raised}; color: {t.text}; border: 1px solid {t.line_strong}; border-radius: 8px;
        padding: 0px 14px; min-height: 42px; min-width: 44px;
    }}
    QPushButton:hover {{ background: {t.hover}; }}
    QPushButton:pressed {{ background: {t.track}; }}
    QPushButton:disabled {{ color: {t.text_3}; border-color: {t.line}; }}
    QPushButton[narrow="true"] {{ padding: 0px; }}
    QPushButton[row="true"] {{ min-height: 30px; border-radius: 6px; padding: 0px 12px; }}
    QPushButton[inverse="true"] {{ background: {t.text}; color: {t.app}; border-color: {t.text}; }}
    QPushButton[inverse="true"]:hover {{ background: {t.text_2}; }}
    QFrame#menu {{ background: {t.raised}; border: 1px solid {t.line_control}; border-radius: 8px; }}
    QFrame#menu QLabel {{ color: {t.text_2}; }}
    QPushButton[menu="true"] {{ background: transparent; border: none; border-radius: 6px; text-align: left; }}
    QPushButton[menu="true"]:hover {{ background: {t.hover}; }}
    QPushButton[menu="true"]:pressed {{ background: {t.track}; }}
    QWidget#load QLabel {{ color: {t.text}; }}
    QWidget#load QLabel#reading {{ color: {t.text_2}; }}
    QWidget#load QLabel#reading[wrong="true"] {{ color: {t.broken.colour}; }}
    QLineEdit {{
        background: {t.input}; color: {t.text}; border: 1px solid {t.line_control}; border-radius: 6px;
        padding: 0px 8px; selection-background-color: {t.selected}; selection-color: {t.text};
    }}
    QLineEdit:focus {{ border: 2px solid {t.focus}; }}
    QLabel#reading {{ color: {t.text_2}; }}
    QLabel#reading[wrong="true"] {{ color: {t.broken.colour}; }}
    QScrollArea, QWidget#strips {{ background: {t.panel}; border: none; }}
    QTabBar {{ background: transparent; border: none; }}
    QTabBar::tab {{
        background: transparent; color: {t.text_2}; border: none; border-bottom: 2px solid transparent;
        padding: 0px 12px; height: 40px;
    }}
    QTabBar::tab:selected {{ color: {t.text}; border-bottom: 2px solid {t.text}; }}
    QTabBar::tab:hover {{ background: {t.hover}; }}
    QScrollBar:vertical {{ background: {t.panel}; width: 10px; margin: 0px; }}
    QScrollBar::handle:vertical {{ background: {t.line_strong}; min-height: 32px; border-radius: 4px; margin: 2px; }}
    QScrollBar::handle:vertical:hover {{ background: {t.line_control}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0px; width: 0px; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """

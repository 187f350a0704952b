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
    QPushButton[inset="true"] {{ min-height: 32px; margin: 5px 0px; border-radius: 6px; }}
    QPushButton:checked {{ background: {t.text}; color: {t.app}; border-color: {t.text}; }}
    QPushButton[chip="true"] {{ min-height: 28px; min-width: 34px; padding: 0px 6px; border-radius: 6px; }}
    QPushButton[chip="true"]:checked {{ background: {t.selected}; color: {t.text}; border: 2px solid {t.focus}; }}
    QPushButton[bare="true"] {{ background: transparent; border: none; padding: 0px; min-height: 40px; }}
    QPushButton[bare="true"]:hover {{ background: {t.hover}; }}
    QPushButton[bare="true"]:checked {{ background: {t.selected}; border: 2px solid {t.focus}; }}
    QPushButton[find="true"] {{
        background: {t.input}; color: {t.text_3}; min-height: 30px; margin: 6px 0px; border-radius: 6px;
    }}
    QPushButton[inverse="true"] {{ background: {t.text}; color: {t.app}; border-color: {t.text}; }}
    QPushButton[inverse="true"]:hover {{ background: {t.text_2}; }}
    QPushButton[choice="true"] {{ text-align: left; padding: 0px 20px; }}
    QPushButton[choice="true"]#go {{ background: {t.go}; color: {t.go_text}; border: 2px solid {t.go_edge}; }}
    QPushButton[choice="true"]:focus {{ border: 2px solid {t.focus}; }}
    QLabel#disc {{ border: 1px solid {t.line_strong}; border-radius: 14px; color: {t.text_2}; }}
    QLabel#disc[first="true"] {{ background: {t.text}; color: {t.app}; }}
    QLabel#disc[done="true"] {{ background: {t.running.tint}; color: {t.running.colour}; }}
    QLabel#key {{ border: 1px solid {t.line_strong}; border-radius: 4px; padding: 1px 6px; color: {t.text_2}; }}
    QWidget#drawer {{ background: {t.raised}; border-top: 1px solid {t.line_strong}; }}
    QWidget#drawer QListView {{ background: {t.input}; border: 1px solid {t.line}; border-radius: 6px; padding: 4px; }}
    QFrame#menu {{ background: {t.raised}; border: 1px solid {t.line_control}; border-radius: 8px; }}
    QFrame#menu QLabel {{ color: {t.text_2}; }}
    QPushButton[menu="true"] {{ background: transparent; border: none; border-radius: 6px; text-align: left; }}
    QPushButton[menu="true"][at="true"] {{ background: {t.selected}; }}
    QPushButton[menu="true"][off="true"] {{ color: {t.text_3}; }}
    QPushButton[menu="true"]:hover {{ background: {t.hover}; }}
    QPushButton[menu="true"]:pressed {{ background: {t.track}; }}
    QWidget#load QLabel {{ color: {t.text}; }}
    QWidget#load QLabel#reading {{ color: {t.text_2}; }}
    QWidget#load QLabel#reading[wrong="true"] {{ color: {t.broken.colour}; }}
    QLineEdit {{
        background: {t.input}; color: {t.text}; border: 1px solid {t.line_control}; border-radius: 6px;
        padding: 0px 8px; selection-background-color: {t.selected}; selection-color: {t.text};
    }}
    QLineEdit[cell="true"] {{ border-radius: 0px; padding: 0px 4px; border: 2px solid {t.focus}; }}
    QLineEdit[wrong="true"], QLineEdit[cell="true"][wrong="true"] {{ border: 2px solid {t.broken.colour}; }}
    QLineEdit[left="true"] {{ background: {t.panel}; color: {t.text_3}; border: 1px dashed {t.line_control}; }}
    QLineEdit:focus {{ border: 2px solid {t.focus}; }}
    QLineEdit[wrong="true"]:focus {{ border: 2px solid {t.broken.colour}; }}
    QLabel#reading {{ color: {t.text_2}; }}
    QLabel#reading[wrong="true"] {{ color: {t.broken.colour}; }}
    QPlainTextEdit {{
        background: {t.input}; color: {t.text}; border: 1px solid {t.line_control}; border-radius: 6px;
        padding: 4px; selection-background-color: {t.selected}; selection-color: {t.text};
    }}
    QPlainTextEdit:focus {{ border: 2px solid {t.focus}; }}
    QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] {{ border: 2px solid {t.broken.colour}; }}
    QLineEdit:disabled, QPlainTextEdit:disabled {{
        background: {t.panel}; color: {t.text_3}; border: 1px solid {t.line};
    }}
    QComboBox {{
        background: {t.input}; color: {t.text}; border: 1px solid {t.line_control}; border-radius: 6px;
        padding: 0px 8px;
    }}
    QComboBox:focus {{ border: 2px solid {t.focus}; }}
    QComboBox:disabled {{ background: {t.panel}; color: {t.text_3}; border: 1px solid {t.line}; }}
    QComboBox QAbstractItemView {{
        background: {t.raised}; color: {t.text}; border: 1px solid {t.line_control};
        selection-background-color: {t.selected}; selection-color: {t.text};
    }}
    QLabel#caption {{ color: {t.text_3}; }}
    QLabel#runs {{ color: {t.running.colour}; }}
    QFrame#preview {{ background: {t.raised}; border-radius: 8px; }}
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
    QSlider::groove:horizontal {{ background: {t.track}; height: 4px; border-radius: 2px; }}
    QSlider::sub-page:horizontal {{ background: {t.text_2}; height: 4px; border-radius: 2px; }}
    QSlider::handle:horizontal {{ background: {t.text}; width: 12px; margin: -8px 0px; border-radius: 4px; }}
    QSlider::handle:horizontal:focus {{ border: 2px solid {t.focus}; }}
    QSlider::sub-page:horizontal:disabled, QSlider::handle:horizontal:disabled {{ background: {t.line_control}; }}
    QScrollBar:horizontal {{ background: {t.panel}; height: 10px; margin: 0px; }}
    QScrollBar::handle:horizontal {{ background: {t.line_strong}; min-width: 32px; border-radius: 4px; margin: 2px; }}
    QScrollBar::handle:horizontal:hover {{ background: {t.line_control}; }}
    QAbstractScrollArea::corner {{ background: {t.panel}; border: none; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0px; width: 0px; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """

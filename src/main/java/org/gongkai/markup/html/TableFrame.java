package org.gongkai.markup.html;

/** The element around every table: it scrolls by itself on a narrow screen and can be reached by keyboard. */
public final class TableFrame {
    public static final String OPEN = "<div class=\"table-wrap\" tabindex=\"0\" role=\"group\" aria-label=\"表格\">";

    public static final String CLOSE = "</div>";

    private TableFrame() {}
}

package org.gongkai.acceptance;

/** The two ways in which a reader may have pages shown. */
enum Look {
    NORMAL,
    LARGE_PRINT;

    /** Has the open page shown this way. */
    void take(Browser browser) {
        browser.run(script(), elder());
    }

    boolean elder() {
        return this == LARGE_PRINT;
    }

    /** Does the same when it is run with {@link #elder()} as its argument. */
    String script() {
        return "var e = document.getElementById('elder'); if (e.checked !== arguments[0]) { e.click(); } ";
    }
}

package org.gongkai.cli.hooks;

import java.util.List;
import org.gongkai.cli.text.Terminal;

/**
 * Lines for the author of a push. Git and its clients put a word of their own before each line and show them in small
 * windows, so lines are short and lists are limited.
 */
record PushOutput(Terminal terminal) {

    /** Maximum number of problems, addresses or lines in a list. */
    static final int LIMIT = 20;

    void line(String line) {
        terminal.print(line);
    }

    /** A list with one line for each item; a last line counts the items that are omitted. */
    void items(List<String> items) {
        items.stream().limit(LIMIT).forEach(item -> line("  " + item));
        if (items.size() > LIMIT) {
            line("  ……还有 " + (items.size() - LIMIT) + " 个；在自己电脑上运行 check 可以看到全部。");
        }
    }
}

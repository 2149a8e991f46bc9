package org.gongkai.feature.jbake;

import java.util.Locale;
import org.jbake.parser.MarkupEngine;
import org.jbake.parser.ParserContext;

/** An engine as a site might bring one of its own: writes everything in capitals, and fails or prints if asked to. */
public final class ShoutEngine extends MarkupEngine {

    @Override
    public void processBody(ParserContext context) {
        String text = context.getBody().strip();
        if (text.contains("fail")) {
            throw new IllegalStateException("cannot shout this");
        }
        if (text.contains("mutter")) {
            System.err.println("a library prints this");
        }
        if (text.contains("descend")) {
            throw new StackOverflowError();
        }
        if (text.contains("devour")) {
            throw new OutOfMemoryError("Java heap space");
        }
        if (text.contains("break")) {
            throw new InternalError("broken");
        }
        if (text.contains("collapse") && System.getProperty("sun.java.command").contains("post-receive")) {
            throw new InternalError("broken");
        }
        context.setBody("<p onclick=\"alert(1)\">" + text.toUpperCase(Locale.ROOT)
                + "</p><script>alert(2)</script><p><a href=\"note.txt\">file</a></p>");
    }
}

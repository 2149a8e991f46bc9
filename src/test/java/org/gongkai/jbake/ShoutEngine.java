package org.gongkai.jbake;

import java.util.Locale;
import org.jbake.parser.MarkupEngine;
import org.jbake.parser.ParserContext;

/** An engine as a site might bring one of its own: writes everything in capitals. */
public final class ShoutEngine extends MarkupEngine {

    @Override
    public void processBody(ParserContext context) {
        String text = context.getBody().strip();
        if (text.contains("fail")) {
            throw new IllegalStateException("cannot shout this");
        }
        context.setBody("<p onclick=\"alert(1)\">" + text.toUpperCase(Locale.ROOT)
                + "</p><script>alert(2)</script><p><a href=\"note.txt\">file</a></p>");
    }
}

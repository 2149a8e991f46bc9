package org.gongkai.jbake;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.data.Value;
import org.jbake.parser.ParserContext;

/** Takes the place of JBake's engine for AsciiDoc, which cannot run on the Asciidoctor that we have. */
public final class AsciiDocEngine extends BodyEngine {

    private static final String PREFIX = "jbake-";
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N} ，。、；：？！（）《》“”‘’,:;?!/]*");
    private static final Pattern PARAGRAPH =
            Pattern.compile("<div class=\"paragraph\">\\s*<p>(.*)</p>\\s*</div>", Pattern.DOTALL);

    public AsciiDocEngine() {
        super("adoc");
    }

    /** Hands the attributes of the document's header to templates, those of JBake without their prefix, too. */
    @Override
    public void processHeader(ParserContext context) {
        List<Value.Field> attributes = new AsciiDocAttributes(context.getFileLines()).all();
        for (Value.Field attribute : attributes) {
            String name = attribute.key().text();
            String value = ((Value.Text) attribute.value()).text();
            context.getDocumentModel().put(name, escaped(value));
            if (name.equals("doctitle")) {
                context.getDocumentModel()
                        .setTitle(title(context, attribute.key().line(), value));
            } else if (name.equals(PREFIX + "tags")) {
                context.setTags(value.split(","));
            } else if (name.startsWith(PREFIX)) {
                context.getDocumentModel().put(name.substring(PREFIX.length()), escaped(value));
            }
        }
    }

    /** A title is marked up like any text. Most are plain, and Asciidoctor need not be asked. */
    private static String title(ParserContext context, int line, String typed) {
        if (PLAIN.matcher(typed).matches() || !(context.getConfig() instanceof ProjectConfiguration project)) {
            return escaped(typed);
        }
        // What stands in front keeps a title from being taken for an item of a list.
        String html = project.html(context.getFile(), "adoc", "{empty}" + typed, line);
        Matcher paragraph = PARAGRAPH.matcher(html.strip());
        return paragraph.matches() ? paragraph.group(1) : escaped(typed);
    }

    /** Asciidoctor hands attributes out ready for HTML. */
    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

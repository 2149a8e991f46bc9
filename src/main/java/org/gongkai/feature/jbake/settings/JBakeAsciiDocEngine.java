package org.gongkai.feature.jbake.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.data.Value;
import org.jbake.model.DocumentModel;
import org.jbake.parser.ParserContext;

/** Replaces JBake's engine for AsciiDoc, which is incompatible with our version of Asciidoctor. */
public final class JBakeAsciiDocEngine extends EngineRegistry.BodyEngine {

    public static final String PREFIX = "jbake-";
    private static final Pattern ATTRIBUTE = Pattern.compile(":([\\w][\\w-]*):[ \\t]*(.*)");

    public JBakeAsciiDocEngine() {
        super("adoc");
    }

    /** Passes the attributes of the document's header to templates; those of JBake also without their prefix. */
    @Override
    public void processHeader(ParserContext context) {
        if (!(context.getConfig() instanceof ProjectConfiguration project)) {
            return;
        }
        List<String> lines = context.getFileLines();
        DocumentModel model = context.getDocumentModel();
        Map<String, Object> attributes = project.asciiDocHeader(context.getFile(), String.join("\n", lines));
        attributes.replaceAll(
                (name, value) -> value instanceof String text ? project.cleaned(context.getFile(), text) : value);
        attributes.forEach(model::put);
        if (attributes.get("doctitle") instanceof String title) {
            model.setTitle(title);
        }
        attributes.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                project.store(context.getFile(), field(lines, name, value.toString()), model);
            }
        });
    }

    /** Returns a value with the position of its attribute, or the beginning of the file if it is not found. */
    private static Value.Field field(List<String> lines, String attribute, String value) {
        String key = attribute.substring(PREFIX.length());
        return places(lines).stream()
                .filter(place -> place.key().text().equals(attribute))
                .findFirst()
                .map(Value.Field::value)
                .map(place -> new Value.Field(
                        new Value.Text(key, place.line(), 1), new Value.Text(value, place.line(), place.column())))
                .orElseGet(() -> new Value.Field(new Value.Text(key, 1, 1), new Value.Text(value, 1, 1)));
    }

    /** Finds probable attributes in lines, for their positions; only Asciidoctor decides which are valid. */
    public static List<Value.Field> places(List<String> lines) {
        List<Value.Field> places = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher attribute = lines.get(i).startsWith(":") ? ATTRIBUTE.matcher(lines.get(i)) : null;
            if (attribute != null && attribute.matches()) {
                places.add(new Value.Field(
                        new Value.Text(attribute.group(1), i + 1, 2),
                        new Value.Text(attribute.group(2).strip(), i + 1, attribute.start(2) + 1)));
            }
        }
        return places;
    }
}

package org.gongkai.feature.jbake.settings;

import java.io.File;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.gongkai.input.data.Value;
import org.gongkai.markup.Body;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.problem.Problem;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * JBake's settings of one build, together with what our engines need: JBake passes every engine its settings, and its
 * engines are shared by all builds of a program, so that an engine cannot hold the state of a build.
 */
public final class ProjectConfiguration extends DefaultJBakeConfiguration {

    /** Addresses in a JBake project are not resolved. */
    private static final LinkResolver AS_TYPED =
            (kind, destination, line, column) -> new LinkResolver.Target(destination, "");

    private final transient ProjectConverters converters;
    private final transient Consumer<Problem> problems;

    public ProjectConfiguration(
            File root, CompositeConfiguration settings, ProjectConverters converters, Consumer<Problem> problems) {
        super(root, settings);
        this.converters = converters;
        this.problems = problems;
    }

    /**
     * Converts a body.
     *
     * @param file its file
     * @param ending extension that selects the converter
     * @return safe HTML
     */
    public String html(File file, String ending, String text, int firstLine) {
        Body body = converters
                .all()
                .forEnding(ending)
                .orElseThrow()
                .convert(new Markup(path(file), text, firstLine), AS_TYPED);
        body.problems().forEach(problems);
        return body.html();
    }

    /** The attributes of the header of an AsciiDoc text. */
    public Map<String, Object> asciiDocHeader(File file, String text) {
        return converters.asciiDoc().header(new Markup(path(file), text, 1));
    }

    /** Sanitizes a value in Asciidoctor's HTML; most have no tags and are unchanged. */
    public String cleaned(File file, String html) {
        return html.indexOf('<') < 0 ? html : html(file, "html", html, 1);
    }

    /**
     * Adds a value of a header to a document as JBake does: tags as an array, JSON as objects, all others as text. A
     * date is not added.
     */
    public void store(File file, Value.Field field, DocumentModel model) {
        String key = field.key().text();
        Value.Text typed = (Value.Text) field.value();
        if (key.equalsIgnoreCase("tags")) {
            model.setTags(typed.text().split(","));
        } else if (key.equalsIgnoreCase("cached")) {
            model.setCached(Boolean.parseBoolean(typed.text()));
        } else if (typed.text().startsWith("{") && typed.text().endsWith("}")) {
            Object json = json(typed.text());
            if (json == null) {
                problems.accept(Problem.error("E609", path(file), typed, "“" + key + "”的值不是有效的 JSON", "请检查引号、逗号和括号"));
            }
            model.put(key, json);
        } else if (!key.equalsIgnoreCase("date")) {
            model.put(key, typed.text());
        }
    }

    /** Parses JSON as YAML, which is a superset of it; the pattern excludes keys without quotes. */
    private static Object json(String text) {
        if (!text.matches("(?s)\\{\\s*(\".*)?\\}")) {
            return null;
        }
        try {
            return new Load(LoadSettings.builder().build()).loadFromString(text);
        } catch (YamlEngineException e) {
            return null;
        }
    }

    /**
     * Returns the address of a document for templates, as JBake makes it.
     *
     * @param path path from the content folder
     */
    public String uri(String path) {
        int slash = path.lastIndexOf('/') + 1;
        String name = path.substring(slash);
        String base = name.lastIndexOf('.') < 0 ? name : name.substring(0, name.lastIndexOf('.'));
        String encoded = path.substring(0, slash) + URLEncoder.encode(base, StandardCharsets.UTF_8);
        return isFolder(path) ? encoded + "/index" + getOutputExtension() : encoded + getOutputExtension();
    }

    /** Returns the relative path from a document to the root, ending in a slash, or empty. */
    public String rootPath(String path) {
        String up = "../".repeat((int) path.chars().filter(c -> c == '/').count());
        if (!getUriWithoutExtension()) {
            return up;
        }
        return (up.isEmpty() ? "" : up.substring(0, up.length() - 1)) + "/../";
    }

    /**
     * Returns the output file of a document as JBake names it: the address with the extension of the document's type,
     * marked if it is a draft.
     */
    public String outputFile(String uri, boolean draft, String extension) {
        int dot = uri.lastIndexOf('.');
        String stem = dot > uri.lastIndexOf('/') ? uri.substring(0, dot) : uri;
        return stem + (draft ? getDraftSuffix() : "") + extension;
    }

    private boolean isFolder(String path) {
        String prefix = getPrefixForUriWithoutExtension();
        return getUriWithoutExtension() && prefix != null && !prefix.isEmpty() && ("/" + path).startsWith(prefix);
    }

    private String path(File file) {
        return getSourceFolder().toPath().relativize(file.toPath()).toString().replace(File.separatorChar, '/');
    }
}

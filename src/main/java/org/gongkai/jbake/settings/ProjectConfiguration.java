package org.gongkai.jbake.settings;

import java.io.File;
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

/**
 * JBake's settings of one build, together with what our engines need: JBake hands every engine its settings, and its
 * engines are shared by all builds of a program, so that nothing of a build can be kept in an engine.
 */
public final class ProjectConfiguration extends DefaultJBakeConfiguration {

    /** In a JBake project an address is the writer's own business. */
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
     * @param file where it stands
     * @param ending which converter is wanted
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

    /** A value that Asciidoctor made HTML of: most have no tags and stay as they are. */
    public String cleaned(File file, String html) {
        return html.indexOf('<') < 0 ? html : html(file, "html", html, 1);
    }

    /** Adds a value of a header to a document. */
    public void store(File file, Value.Field field, DocumentModel model) {
        DocumentHeaderValues.store(path(file), field, model, problems);
    }

    private String path(File file) {
        return getSourceFolder().toPath().relativize(file.toPath()).toString().replace(File.separatorChar, '/');
    }
}

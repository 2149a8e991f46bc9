package org.gongkai.jbake;

import java.io.File;
import java.util.function.Consumer;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.gongkai.markup.Body;
import org.gongkai.markup.Converters;
import org.gongkai.markup.Links;
import org.gongkai.markup.Markup;
import org.gongkai.problem.Problem;
import org.jbake.app.configuration.DefaultJBakeConfiguration;

/**
 * JBake's settings of one build, together with what our engines need: JBake hands every engine its settings, and its
 * engines are shared by all builds of a program, so that nothing of a build can be kept in an engine.
 */
final class ProjectConfiguration extends DefaultJBakeConfiguration {

    /** In a JBake project an address is the writer's own business. */
    private static final Links AS_TYPED = (kind, destination, line, column) -> new Links.Target(destination, "");

    private final transient Converters converters;
    private final transient Consumer<Problem> problems;

    ProjectConfiguration(
            File root, CompositeConfiguration settings, Converters converters, Consumer<Problem> problems) {
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
    String html(File file, String ending, String text, int firstLine) {
        String path = relative(file, getSourceFolder());
        // The converters know a file by the name of the content folder, wherever that folder stands.
        String below = relative(file, getContentFolder());
        String name = getContentFolder().getName() + "/" + below;
        Body body = converters.forEnding(ending).orElseThrow().convert(new Markup(name, text, firstLine), AS_TYPED);
        body.problems().forEach(problem -> problems.accept(at(path, name, problem)));
        return body.html();
    }

    private static Problem at(String path, String name, Problem problem) {
        return problem.path().equals(name)
                ? new Problem(
                        problem.severity(),
                        problem.code(),
                        path,
                        problem.line(),
                        problem.column(),
                        problem.message(),
                        problem.hint())
                : problem;
    }

    private static String relative(File file, File folder) {
        return folder.toPath().relativize(file.toPath()).toString().replace('\\', '/');
    }
}

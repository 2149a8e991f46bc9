package org.gongkai.feature.jbake.engine;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.gongkai.feature.jbake.settings.ProjectSettingsReader;
import org.gongkai.markup.Body;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.MarkupConverter;
import org.gongkai.markup.html.HtmlConverter;
import org.gongkai.problem.Problem;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.parser.MarkupEngine;
import org.jbake.parser.ParserContext;

/** Adapts JBake engines as converters for entries of an ordinary site. */
final class EngineConverters {

    private final EngineRegistry engines = new EngineRegistry();
    private final Path root;
    private final Map<String, MarkupConverter> known = new HashMap<>();
    private final JBakeConfiguration configuration;

    EngineConverters(Path root) {
        this.root = root;
        this.configuration = configuration(root);
    }

    Optional<MarkupConverter> forEnding(String ending) {
        return Optional.ofNullable(known.computeIfAbsent(ending, e -> engines.others(e)
                .filter(MarkupEngine.class::isInstance)
                .map(engine -> (MarkupConverter) (markup, links) -> convert((MarkupEngine) engine, markup, links))
                .orElse(null)));
    }

    /** Returns the configuration for engines: JBake's defaults, as an ordinary site has none. */
    private static JBakeConfiguration configuration(Path root) {
        CompositeConfiguration defaults = ProjectSettingsReader.defaults();
        return new DefaultJBakeConfiguration(root.toFile(), defaults);
    }

    /** Converts a text; the output is sanitized and its links are resolved like those of all entries. */
    private Body convert(MarkupEngine engine, Markup markup, LinkResolver links) {
        List<String> lines = Arrays.asList(markup.text().split("\n", -1));
        ParserContext context = new ParserContext(root.resolve(markup.path()).toFile(), lines, configuration, true);
        context.setBody(markup.text());
        try {
            synchronized (engine) {
                engine.processBody(context);
            }
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            Problem problem = Problem.error(
                    "E615",
                    markup.path(),
                    markup.firstLine(),
                    1,
                    "正文转换不了（" + e.getClass().getSimpleName() + "）",
                    "请检查正文的写法，和类路径上的转换程序");
            return new Body("", List.of(), Set.of(), List.of(problem));
        }
        String html = context.getBody() == null ? "" : context.getBody();
        return new HtmlConverter().convert(new Markup(markup.path(), html, markup.firstLine()), links);
    }
}

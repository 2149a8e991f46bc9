package org.gongkai.feature.jbake.settings;

import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.apache.commons.io.function.Uncheck;
import org.gongkai.io.Memoized;
import org.gongkai.markup.Body;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.MarkupConverter;
import org.gongkai.markup.convert.Converters.OtherMarkup;
import org.gongkai.markup.html.HtmlBody;
import org.gongkai.problem.Problem;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.parser.MarkupEngine;
import org.jbake.parser.ParserContext;

/**
 * Third-party JBake engines on the class path for further extensions. No class of JBake is loaded until a file has such
 * an extension; well-known extensions are not looked up.
 */
public final class ThirdPartyEngines implements OtherMarkup {

    private static final String REGISTER = "META-INF/org.jbake.parser.MarkupEngines.properties";
    private static final String JBAKE_OWN = "org.jbake.parser.";
    /** Extensions of texts with engines of our own and of attachments, which are not looked up. */
    private static final Set<String> NO_TEXTS = Set.of(
            "", "md", "adoc", "html", "htm", "yml", "yaml", "pdf", "ofd", "doc", "docx", "xls", "xlsx", "ppt", "pptx",
            "wps", "et", "dps", "png", "jpg", "jpeg", "gif", "svg", "webp", "zip", "rar", "7z", "mp3", "mp4", "txt",
            "csv");

    private final Memoized<Set<String>> endings = new Memoized<>(ThirdPartyEngines::endings);
    private final Memoized<EngineConverters> converters;

    /** @param root the site's root */
    public ThirdPartyEngines(Path root) {
        this.converters = new Memoized<>(() -> new EngineConverters(root));
    }

    @Override
    public Optional<MarkupConverter> forEnding(String ending) {
        return NO_TEXTS.contains(ending) || !endings.get().contains(ending)
                ? Optional.empty()
                : converters.get().forEnding(ending);
    }

    private static Set<String> endings() {
        Set<String> endings = new HashSet<>();
        Uncheck.run(() -> {
            for (URL url :
                    Collections.list(ThirdPartyEngines.class.getClassLoader().getResources(REGISTER))) {
                Properties register = new Properties();
                try (InputStream in = url.openStream()) {
                    register.load(in);
                }
                register.forEach((engine, typed) -> {
                    if (!engine.toString().startsWith(JBAKE_OWN)) {
                        endings.addAll(Arrays.asList(typed.toString().split(",")));
                    }
                });
            }
        });
        return endings;
    }

    /** Adapts JBake engines as converters for entries of an ordinary site. */
    private static final class EngineConverters {

        private final EngineRegistry engines = new EngineRegistry();
        private final Path root;
        private final Map<String, MarkupConverter> known = new ConcurrentHashMap<>();
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
            ParserContext context =
                    new ParserContext(root.resolve(markup.path()).toFile(), lines, configuration, true);
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
            return HtmlBody.of(new Markup(markup.path(), html, markup.firstLine()), links);
        }
    }
}

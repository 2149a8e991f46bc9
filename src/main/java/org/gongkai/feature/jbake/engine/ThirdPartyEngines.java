package org.gongkai.feature.jbake.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.gongkai.markup.MarkupConverter;
import org.gongkai.markup.convert.OtherMarkup;

/**
 * Third-party JBake engines on the class path for further extensions. No class of JBake is loaded
 * until a file has such an extension, and engines are searched only for extensions that are not well known.
 */
public final class ThirdPartyEngines implements OtherMarkup {

    private static final String REGISTER = "META-INF/org.jbake.parser.MarkupEngines.properties";
    private static final String JBAKE_OWN = "org.jbake.parser.";
    /** Extensions of attachments, for which no engine is searched. */
    private static final Set<String> NO_TEXTS = Set.of(
            "", "md", "adoc", "html", "htm", "yml", "yaml", "pdf", "ofd", "doc", "docx", "xls", "xlsx", "ppt", "pptx",
            "wps", "et", "dps", "png", "jpg", "jpeg", "gif", "svg", "webp", "zip", "rar", "7z", "mp3", "mp4", "txt",
            "csv");

    private final Path root;
    private Set<String> endings;
    private EngineConverters converters;

    /**
     * @param root the site's root
     */
    public ThirdPartyEngines(Path root) {
        this.root = root;
    }

    @Override
    public synchronized Optional<MarkupConverter> forEnding(String ending) {
        if (NO_TEXTS.contains(ending) || !endings().contains(ending)) {
            return Optional.empty();
        }
        if (converters == null) {
            converters = new EngineConverters(root);
        }
        return converters.forEnding(ending);
    }

    private Set<String> endings() {
        if (endings == null) {
            endings = new HashSet<>();
            try {
                for (URL url : Collections.list(
                        ThirdPartyEngines.class.getClassLoader().getResources(REGISTER))) {
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
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return endings;
    }
}

package org.gongkai.feature.jbake.settings;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.parser.MarkupEngine;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Replaces JBake's engine for YAML, which lets a file create objects of any class. */
public final class DataEngine extends MarkupEngine {

    /** @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException if the file is not YAML */
    @Override
    public DocumentModel parse(JBakeConfiguration config, File file) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new Yaml11())
                .setMaxAliasesForCollections(50)
                .setCodePointLimit(1_000_000)
                .build();
        DocumentModel model = new DocumentModel();
        try {
            Object data = new Load(settings).loadFromString(Files.readString(file.toPath()));
            if (data instanceof Map<?, ?> map) {
                map.forEach((key, value) -> model.put(String.valueOf(key), value));
            } else if (data instanceof List<?> list) {
                model.put("data", list);
            }
            return model;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The schema of plain scalars in YAML 1.1, the format of JBake's data files: {@code 2024-03-01} is a date and
     * {@code yes} is true. In YAML 1.2, which is used everywhere else, both are text.
     */
    private static final class Yaml11 extends CoreSchema {

        private static final Tag TIMESTAMP = new Tag(Tag.PREFIX + "timestamp");
        private static final Set<String> YES = Set.of("yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE");
        private static final Set<String> NO = Set.of("no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE");
        private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d\\d?-\\d\\d?)"
                + "(?:(?:[Tt]|[ \\t]+)(\\d\\d?:\\d\\d:\\d\\d)(?:\\.\\d*)?(?:[ \\t]*(Z|[-+]\\d\\d?(?::\\d\\d)?))?)?");
        private static final DateTimeFormatter DAY =
                DateTimeFormatter.ofPattern("uuuu-M-d", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm:ss", Locale.ROOT);

        @Override
        public ScalarResolver getScalarResolver() {
            ScalarResolver core = super.getScalarResolver();
            return (value, implicit) -> {
                if (implicit && date(value) != null) {
                    return TIMESTAMP;
                }
                return implicit && (YES.contains(value) || NO.contains(value))
                        ? Tag.BOOL
                        : core.resolve(value, implicit);
            };
        }

        @Override
        public Map<Tag, ConstructNode> getSchemaTagConstructors() {
            Map<Tag, ConstructNode> constructors = new HashMap<>(super.getSchemaTagConstructors());
            constructors.put(TIMESTAMP, node -> date(text(node)));
            constructors.put(Tag.BOOL, node -> YES.contains(text(node)));
            return constructors;
        }

        private static String text(Node node) {
            return ((ScalarNode) node).getValue();
        }

        /** Parses a date; days and times without a zone are in UTC; {@code null} if the text is not a date. */
        private static Date date(String text) {
            Matcher typed = DATE.matcher(text);
            if (!typed.matches()) {
                return null;
            }
            try {
                LocalDate day = LocalDate.parse(typed.group(1), DAY);
                LocalTime time = typed.group(2) == null ? LocalTime.MIDNIGHT : LocalTime.parse(typed.group(2), TIME);
                return Date.from(day.atTime(time).toInstant(offset(typed.group(3))));
            } catch (DateTimeException e) {
                return null;
            }
        }

        private static ZoneOffset offset(String typed) {
            // If minutes follow, ZoneOffset requires two digits of hours.
            return typed == null ? ZoneOffset.UTC : ZoneOffset.of(typed.replaceFirst("^([-+])(\\d:)", "$10$2"));
        }
    }
}

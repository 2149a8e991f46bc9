package org.gongkai.feature.jbake.settings;

import java.io.File;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A project's {@code jbake.properties} with JBake's defaults, and the values that are derived from them once for all
 * pages.
 *
 * @param root the project's folder
 * @param jbake the settings, as JBake and its engines query them
 * @param locale of dates and numbers
 * @param zone of dates in headers
 * @param templateZone of dates in templates
 * @param types document types by name, in JBake's order
 * @param config every setting by its name, with {@code _} for each full stop, as templates see it
 */
public record ProjectSettings(
        Path root,
        ProjectConfiguration jbake,
        Locale locale,
        ZoneId zone,
        ZoneId templateZone,
        Map<String, DocumentType> types,
        Map<String, Object> config) {

    /** Built-in types; JBake's order of types begins with them. */
    private static final List<String> TYPES = List.of("page", "post", "masterindex", "archive", "feed");

    ProjectSettings(Path root, ProjectConfiguration jbake, Locale locale, ZoneId zone, ZoneId templateZone) {
        this(root, jbake, locale, zone, templateZone, types(jbake), config(jbake));
    }

    /**
     * A type of documents.
     *
     * @param template its template's file name, may be {@code null}
     * @param extension ending of its files
     */
    public record DocumentType(String name, String template, String extension) {}

    private static Map<String, DocumentType> types(ProjectConfiguration jbake) {
        Map<String, DocumentType> types = new LinkedHashMap<>();
        TYPES.forEach(name -> types.put(name, type(jbake, name)));
        jbake.getDocumentTypes().forEach(name -> types.putIfAbsent(name, type(jbake, name)));
        types.putIfAbsent(jbake.getDataFileDocType(), type(jbake, jbake.getDataFileDocType()));
        return Collections.unmodifiableMap(types);
    }

    private static DocumentType type(ProjectConfiguration jbake, String name) {
        return new DocumentType(name, jbake.getTemplateByDocType(name), jbake.getOutputExtensionByDocType(name));
    }

    /** Omits the project's location, on which the output must not depend. */
    private static Map<String, Object> config(ProjectConfiguration jbake) {
        Map<String, Object> config = new HashMap<>(jbake.asHashMap());
        config.values().removeIf(File.class::isInstance);
        return Collections.unmodifiableMap(config);
    }

    /** The folders below the root, {@code /} between names. */
    public List<String> folders() {
        return List.of(
                jbake.getContentFolderName(),
                jbake.getTemplateFolderName(),
                jbake.getAssetFolderName(),
                jbake.getDataFolderName());
    }
}

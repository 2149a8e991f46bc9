package org.gongkai.jbake.settings;

import java.io.File;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.jbake.settings.ProjectSettings.Addressing;
import org.gongkai.jbake.settings.ProjectSettings.DocumentType;
import org.gongkai.jbake.settings.ProjectSettings.Folders;
import org.gongkai.jbake.settings.ProjectSettings.Headers;
import org.gongkai.jbake.settings.ProjectSettings.Listing;
import org.gongkai.jbake.settings.ProjectSettings.Texts;

/** Extracts the values of a project's settings from JBake's. */
final class SettingsValues {

    /** Built-in types; JBake's order of types begins with them. */
    private static final List<String> TYPES = List.of("page", "post", "masterindex", "archive", "feed");

    private final Path root;
    private final ProjectConfiguration all;
    private final ZoneId zone;

    SettingsValues(Path root, ProjectConfiguration all, ZoneId zone) {
        this.root = root;
        this.all = all;
        this.zone = zone;
    }

    ProjectSettings settings(Locale locale, ZoneId templateZone) {
        return new ProjectSettings(
                root,
                new Folders(
                        all.getContentFolderName(),
                        all.getTemplateFolderName(),
                        all.getAssetFolderName(),
                        all.getDataFolderName(),
                        all.getIgnoreFileName(),
                        all.getAssetIgnoreHidden()),
                new Headers(
                        all.getHeaderSeparator(),
                        all.getDateFormat(),
                        all.getDefaultStatus(),
                        all.getDefaultType(),
                        all.getSanitizeTag()),
                new Addressing(
                        all.getOutputExtension(),
                        all.getDraftSuffix(),
                        all.getUriWithoutExtension(),
                        all.getPrefixForUriWithoutExtension()),
                new Listing(
                        all.getRenderIndex() ? inside(all.getIndexFileName()) : "",
                        all.getPaginateIndex(),
                        all.getPostsPerPage(),
                        all.getRenderFeed() ? inside(all.getFeedFileName()) : "",
                        all.getRenderSiteMap() ? inside(all.getSiteMapFileName()) : "",
                        all.getRenderArchive() ? inside(all.getArchiveFileName()) : "",
                        all.getRenderError404() ? inside(all.getError404FileName()) : "",
                        all.getRenderTags(),
                        all.getRenderTagsIndex(),
                        all.getTagPathName()),
                new Texts(locale, zone, templateZone, all.getVersion(), all.getImgPathUpdate()),
                types(),
                config(),
                all);
    }

    /** In JBake a leading slash refers to the output folder. */
    private static String inside(String address) {
        return address.replaceFirst("^/+", "");
    }

    private Map<String, DocumentType> types() {
        Map<String, DocumentType> types = new LinkedHashMap<>();
        TYPES.forEach(name -> types.put(name, type(name)));
        all.getDocumentTypes().forEach(name -> types.putIfAbsent(name, type(name)));
        types.putIfAbsent(all.getDataFileDocType(), type(all.getDataFileDocType()));
        return Collections.unmodifiableMap(types);
    }

    private DocumentType type(String name) {
        return new DocumentType(name, all.getTemplateByDocType(name), all.getOutputExtensionByDocType(name));
    }

    /** Omits the project's location, on which the output must not depend. */
    private Map<String, Object> config() {
        Map<String, Object> config = new HashMap<>(all.asHashMap());
        config.values().removeIf(File.class::isInstance);
        return Collections.unmodifiableMap(config);
    }
}

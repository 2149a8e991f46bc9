package org.gongkai.jbake.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A project's {@code jbake.properties} with JBake's defaults.
 *
 * @param root the project's folder
 * @param folders its folders
 * @param headers how headers are written
 * @param addresses how addresses are made
 * @param listing which pages there are besides those of documents
 * @param texts how dates and texts are shown
 * @param types document types by name, in JBake's order
 * @param config every setting by its name, with {@code _} for each full stop, as templates see it
 * @param engines the settings as JBake's engines ask for them
 */
public record ProjectSettings(
        Path root,
        Folders folders,
        Headers headers,
        Addressing addresses,
        Listing listing,
        Texts texts,
        Map<String, DocumentType> types,
        Map<String, Object> config,
        ProjectConfiguration engines) {

    /**
     * Folders below the root, {@code /} between names.
     *
     * @param ignoreFile name of the file that keeps its folder out
     * @param assetIgnoreHidden whether hidden assets are left out
     */
    public record Folders(
            String content,
            String templates,
            String assets,
            String data,
            String ignoreFile,
            boolean assetIgnoreHidden) {

        public List<String> all() {
            return List.of(content, templates, assets, data);
        }
    }

    /**
     * Headers.
     *
     * @param separator the line that ends one
     * @param dateFormat pattern of dates
     * @param defaultStatus status of a document that names none; may be empty
     * @param defaultType type of a document that names none; may be empty
     * @param sanitizeTags whether blanks in tags become hyphens
     */
    public record Headers(
            String separator, String dateFormat, String defaultStatus, String defaultType, boolean sanitizeTags) {}

    /**
     * Addresses of documents.
     *
     * @param extension ending of every address
     * @param draftSuffix what is put before the ending of a draft's file
     * @param noExtension whether addresses below {@code noExtensionPrefix} are folders
     */
    public record Addressing(String extension, String draftSuffix, boolean noExtension, String noExtensionPrefix) {}

    /**
     * Pages besides those of documents; a name is empty when its page is not wanted.
     *
     * @param paginated whether the index has several pages
     * @param postsPerPage posts on each of them
     */
    public record Listing(
            String index,
            boolean paginated,
            int postsPerPage,
            String feed,
            String sitemap,
            String archive,
            String error404,
            boolean tags,
            boolean tagsIndex,
            String tagPath) {}

    /**
     * How texts are shown.
     *
     * @param locale of dates and numbers
     * @param zone in which dates of headers are meant
     * @param templateZone in which templates show dates
     * @param version JBake's version, as templates show it
     * @param updateImages whether JBake rewrites the addresses of images
     */
    public record Texts(Locale locale, ZoneId zone, ZoneId templateZone, String version, boolean updateImages) {}

    /**
     * A type of documents.
     *
     * @param template its template's file name, may be {@code null}
     * @param extension ending of its files
     */
    public record DocumentType(String name, String template, String extension) {}
}

package org.gongkai.feature.jbake.document;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The variable {@code db} of templates, read-only. */
public record Database(Library library) {

    public List<Map<String, Object>> getPublishedPosts() {
        return values(library.published("post"));
    }

    public List<Map<String, Object>> getPublishedPosts(boolean applyPaging) {
        return getPublishedPosts();
    }

    public List<Map<String, Object>> getPublishedPages() {
        return values(library.published("page"));
    }

    public List<Map<String, Object>> getPublishedContent(String type) {
        return values(library.published(type));
    }

    public List<Map<String, Object>> getAllContent(String type) {
        return values(library.all(type));
    }

    public List<Map<String, Object>> getPublishedPostsByTag(String tag) {
        return values(library.publishedPosts(tag));
    }

    public List<Map<String, Object>> getPublishedDocumentsByTag(String tag) {
        return values(library.published(library.published(), tag));
    }

    public List<Map<String, Object>> getDocumentByUri(String uri) {
        return values(library.all().stream()
                .filter(d -> uri.equals(d.values().get("sourceuri")))
                .toList());
    }

    public long getDocumentCount(String type) {
        return library.all(type).size();
    }

    public long getPublishedCount(String type) {
        return library.published(type).size();
    }

    public Set<String> getAllTags() {
        return library.tags();
    }

    public Set<String> getTags() {
        return library.tagsOfPosts();
    }

    /** The variable {@code data} of templates. */
    public record DataFiles(Library library) {

        /** Returns the content of a data file by its path from the data folder; empty if there is none. */
        public Map<String, Object> get(String path) {
            return library.data(path);
        }
    }

    public static List<Map<String, Object>> values(Collection<Document> documents) {
        return documents.stream().map(Document::values).toList();
    }
}

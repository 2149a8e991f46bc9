package org.gongkai.feature.jbake.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All documents of a project, queried like JBake's database; immutable. */
public final class Library {

    private static final Comparator<Document> NEWEST_FIRST =
            Comparator.comparing(Document::date).reversed().thenComparing(Document::path);

    private final Map<String, List<Document>> all = new LinkedHashMap<>();
    private final Map<String, List<Document>> published = new HashMap<>();
    private final Map<Document, Integer> places = new HashMap<>();
    private final Map<String, Map<String, Object>> data;
    private final Set<String> tags;

    /**
     * @param types names of all types, in the order of lists over all types
     * @param data the data files by their path from the data folder
     */
    public Library(Collection<String> types, Collection<Document> documents, Map<String, Map<String, Object>> data) {
        this.data = Map.copyOf(data);
        types.forEach(type -> all.put(type, new ArrayList<>()));
        documents.stream().sorted(NEWEST_FIRST).forEach(document -> all.get(document.type())
                .add(document));
        all.forEach((type, list) -> {
            published.put(type, list.stream().filter(Document::isPublished).toList());
            for (int i = 0; i < list.size(); i++) {
                places.put(list.get(i), i);
            }
        });
        this.tags = tags(all.keySet());
    }

    public List<Document> all(String type) {
        return all.getOrDefault(type, List.of());
    }

    /** Documents of all types, grouped by type, without data files. */
    public List<Document> all() {
        return all.values().stream().flatMap(List::stream).toList();
    }

    public List<Document> published(String type) {
        return published.getOrDefault(type, List.of());
    }

    /** Published documents of all types, grouped by type. */
    public List<Document> published() {
        return all.keySet().stream().flatMap(type -> published(type).stream()).toList();
    }

    public List<Document> publishedPosts(String tag) {
        return published(published("post"), tag);
    }

    public List<Document> published(Collection<Document> from, String tag) {
        return from.stream().filter(d -> d.tags().contains(tag)).toList();
    }

    /** Tags of all published documents, in JBake's order. */
    public Set<String> tags() {
        return tags;
    }

    /** Tags of the published posts alone, in JBake's order. */
    Set<String> tagsOfPosts() {
        return tags(List.of("post"));
    }

    public boolean hasType(String type) {
        return all.containsKey(type);
    }

    /** Returns a data file; empty if there is none of this name. */
    Map<String, Object> data(String path) {
        return data.getOrDefault(path, Map.of());
    }

    /** The nearest older published document of the same type, {@code null} if there is none. */
    public Document previous(Document document) {
        return neighbour(document, 1);
    }

    /** The nearest newer published document of the same type, {@code null} if there is none. */
    public Document next(Document document) {
        return neighbour(document, -1);
    }

    private Document neighbour(Document document, int step) {
        List<Document> list = all.get(document.type());
        for (int i = places.get(document) + step; i >= 0 && i < list.size(); i += step) {
            if (list.get(i).isPublished()) {
                return list.get(i);
            }
        }
        return null;
    }

    /**
     * Returns tags in JBake's order, that of a hash set, which pages show. It depends only on the tags and the order in
     * which their documents were read, and is the same on every machine.
     */
    private Set<String> tags(Collection<String> types) {
        Set<String> found = new HashSet<>();
        types.forEach(type -> published.get(type).stream()
                .sorted(Comparator.comparing(Document::path))
                .forEach(document -> found.addAll(document.tags())));
        return found;
    }
}

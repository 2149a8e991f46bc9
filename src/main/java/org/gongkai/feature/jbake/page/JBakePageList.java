package org.gongkai.feature.jbake.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.feature.jbake.document.Document;
import org.gongkai.feature.jbake.document.Library;
import org.gongkai.feature.jbake.settings.ProjectConfiguration;
import org.gongkai.feature.jbake.settings.ProjectSettings;
import org.gongkai.feature.jbake.settings.ProjectSettings.DocumentType;
import org.jbake.model.DocumentModel;

/** Plans every page that JBake would bake. */
final class JBakePageList {

    private final ProjectSettings settings;
    private final Library library;
    private final List<JBakePage> pages = new ArrayList<>();

    /**
     * A planned page.
     *
     * @param address its address
     * @param template its template, {@code null} if the settings name none
     * @param type type of the document, or name of the list that it shows
     * @param variables variables of this page alone
     * @param posts the posts that {@code published_posts} holds
     * @param documents the documents that the page may show, to find the cause of a failure
     * @param isDocument whether it is the page of a single document
     */
    record JBakePage(
            String address,
            String template,
            String type,
            Map<String, Object> variables,
            List<Document> posts,
            List<Document> documents,
            boolean isDocument) {}

    JBakePageList(ProjectSettings settings, Library library) {
        this.settings = settings;
        this.library = library;
    }

    List<JBakePage> pages() {
        ProjectConfiguration jbake = settings.jbake();
        library.all().forEach(this::document);
        String home = inside(jbake.getIndexFileName());
        if (jbake.getRenderIndex() && !home.isEmpty()) {
            index(home);
        }
        single(jbake.getRenderArchive(), jbake.getArchiveFileName(), "archive");
        single(jbake.getRenderFeed(), jbake.getFeedFileName(), "feed");
        single(jbake.getRenderSiteMap(), jbake.getSiteMapFileName(), "sitemap");
        single(jbake.getRenderError404(), jbake.getError404FileName(), "error404");
        if (jbake.getRenderTags()) {
            tags();
        }
        return List.copyOf(pages);
    }

    private void document(Document document) {
        DocumentModel content = new DocumentModel();
        content.putAll(document.values());
        content.put("previousContent", neighbour(library.previous(document)));
        content.put("nextContent", neighbour(library.next(document)));
        DocumentType type = settings.types().get(document.type());
        pages.add(new JBakePage(
                document.address(),
                type.template(),
                type.name(),
                Map.of("content", content),
                library.published("post"),
                List.of(document),
                true));
    }

    private static Map<String, Object> neighbour(Document document) {
        if (document == null) {
            return null;
        }
        Map<String, Object> values = new HashMap<>();
        for (String key : List.of("noExtensionUri", "uri", "title")) {
            values.put(key, document.values().get(key));
        }
        return values;
    }

    private void index(String home) {
        List<Document> posts = library.published("post");
        if (!settings.jbake().getPaginateIndex() || posts.isEmpty()) {
            single(true, home, "masterindex");
            return;
        }
        int size = settings.jbake().getPostsPerPage();
        int last = (posts.size() + size - 1) / size;
        for (int number = 1; number <= last; number++) {
            Map<String, Object> variables = new HashMap<>();
            variables.put("content", content("masterindex", number == 1 ? "" : "../"));
            variables.put("numberOfPages", last);
            variables.put("currentPageNumber", number);
            variables.put("previousFileName", number == 1 ? null : number == 2 ? "" : number - 1 + "/");
            variables.put("nextFileName", number == last ? null : number + 1 + "/");
            List<Document> shown = posts.subList((number - 1) * size, Math.min(number * size, posts.size()));
            String address = number == 1 ? home : number + "/" + home;
            add(address, "masterindex", variables, shown);
        }
    }

    /** In JBake a leading slash refers to the output folder. */
    private static String inside(String address) {
        return address.replaceFirst("^/+", "");
    }

    private void single(boolean wanted, String name, String type) {
        String address = wanted ? inside(name) : "";
        if (!address.isEmpty()) {
            Map<String, Object> variables = new HashMap<>();
            variables.put("content", content(type, ""));
            if (settings.jbake().getPaginateIndex()) {
                variables.put("numberOfPages", 0);
                variables.put("currentPageNumber", 0);
                variables.put("previousFileName", "");
                variables.put("nextFileName", "");
            }
            add(address, type, variables, library.published("post"));
        }
    }

    private void tags() {
        for (String tag : library.tags()) {
            String address = settings.jbake().getTagPathName() + "/" + tag
                    + settings.jbake().getOutputExtension();
            Map<String, Object> content = content("tag", settings.jbake().rootPath(address));
            add(address, "tag", Map.of("tag", tag, "content", content), library.published("post"));
        }
        if (settings.jbake().getRenderTagsIndex()) {
            String address = settings.jbake().getTagPathName() + "/index"
                    + settings.jbake().getOutputExtension();
            Map<String, Object> content = content("tags", settings.jbake().rootPath(address));
            add(address, "tagsindex", Map.of("content", content), library.published("post"));
        }
    }

    private void add(String address, String type, Map<String, Object> variables, List<Document> posts) {
        DocumentType known = settings.types().get(type);
        String template = known == null ? null : known.template();
        pages.add(new JBakePage(address, template, type, variables, posts, library.published(), false));
    }

    private static Map<String, Object> content(String type, String rootPath) {
        DocumentModel content = new DocumentModel();
        content.setType(type);
        content.setRootPath(rootPath);
        return content;
    }
}

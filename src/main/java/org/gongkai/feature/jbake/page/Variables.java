package org.gongkai.feature.jbake.page;

import freemarker.template.SimpleDate;
import freemarker.template.TemplateDateModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.feature.jbake.document.Database;
import org.gongkai.feature.jbake.document.Document;
import org.gongkai.feature.jbake.document.Library;
import org.gongkai.feature.jbake.page.JBakePageList.JBakePage;
import org.gongkai.feature.jbake.settings.ProjectSettings;

/** The variables of templates, by JBake's names; lists are created on demand, once for all pages. */
final class Variables {

    private final ProjectSettings settings;
    private final Library library;
    private final Sandbox sandbox;
    private final Date now;
    private final Map<String, TemplateModel> shared = new ConcurrentHashMap<>();

    /** @param now the moment of the build */
    Variables(ProjectSettings settings, Library library, Sandbox sandbox, Date now) {
        this.settings = settings;
        this.library = library;
        this.sandbox = sandbox;
        this.now = now;
    }

    /** The variables of one page. */
    TemplateHashModel of(JBakePage page) {
        return new TemplateHashModel() {
            @Override
            public TemplateModel get(String key) throws TemplateModelException {
                return variable(page, key);
            }

            @Override
            public boolean isEmpty() {
                return false;
            }
        };
    }

    private TemplateModel variable(JBakePage page, String key) throws TemplateModelException {
        switch (key) {
            case "published_posts":
                return documents(page.posts());
            case "tag_posts":
                return documents(
                        library.publishedPosts((String) page.variables().get("tag")));
            case "tagged_documents":
                return documents(library.published(
                        library.published(), (String) page.variables().get("tag")));
            case "config":
                return sandbox.values().wrap(settings.config());
            case "version":
                return sandbox.values().wrap(settings.jbake().getVersion());
            default:
                TemplateModel known = shared.get(key);
                TemplateModel found = known == null ? shared(key) : known;
                if (found != null) {
                    shared.putIfAbsent(key, found);
                    return found;
                }
                return page.variables().containsKey(key)
                        ? sandbox.values().wrap(page.variables().get(key))
                        : null;
        }
    }

    /** Returns a variable that is the same on every page; {@code null} if there is none of this name. */
    private TemplateModel shared(String key) throws TemplateModelException {
        return switch (key) {
            case "db" -> sandbox.beans().wrap(new Database(library));
            case "data" -> sandbox.beans().wrap(new Database.DataFiles(library));
            case "published_pages" -> documents(library.published("page"));
            case "published_content" -> documents(library.published());
            case "all_content" -> documents(library.all());
            case "alltags" -> sandbox.values().wrap(new ArrayList<>(library.tags()));
            case "tags" -> sandbox.values().wrap(tags());
            case "published_date" -> new SimpleDate(now, TemplateDateModel.UNKNOWN);
            default -> ofType(key);
        };
    }

    /** {@code posts}, {@code published_books} and the like. */
    private TemplateModel ofType(String key) throws TemplateModelException {
        boolean published = key.startsWith("published_");
        String plural = published ? key.substring("published_".length()) : key;
        String type = plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : "";
        if (key.equals("indexs")) {
            return documents(List.of());
        }
        return library.hasType(type) ? documents(published ? library.published(type) : library.all(type)) : null;
    }

    private List<Map<String, Object>> tags() {
        LinkedList<Map<String, Object>> tags = new LinkedList<>();
        List<Document> published = library.published();
        for (String name : library.tags()) {
            Map<String, Object> tag = new HashMap<>();
            tag.put("name", name);
            tag.put(
                    "uri",
                    settings.jbake().getTagPathName() + "/" + name
                            + settings.jbake().getOutputExtension());
            tag.put("tagged_posts", Database.values(library.publishedPosts(name)));
            tag.put("tagged_documents", Database.values(library.published(published, name)));
            tags.push(tag);
        }
        return new ArrayList<>(tags);
    }

    private TemplateModel documents(List<Document> documents) throws TemplateModelException {
        return sandbox.values().wrap(Database.values(documents));
    }
}

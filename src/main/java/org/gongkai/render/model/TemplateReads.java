package org.gongkai.render.model;

import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateSequenceModel;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records what each template reads of the site. Every page is given the whole site, but most show little of it: a page
 * that does not read the number of entries need not be rendered again when an entry is added. Safe for many threads.
 */
public final class TemplateReads {

    /** Suffix of the name of a list or a group whose size or whole content was read. */
    static final String SIZE = "#";

    private final Map<String, Set<String>> byTemplate = new ConcurrentHashMap<>();

    /** Returns a view of the site that records what a template reads. */
    public TemplateModel watch(TemplateModel site, String template) {
        return watch(site, "", byTemplate.computeIfAbsent(template, name -> ConcurrentHashMap.newKeySet()));
    }

    /**
     * Returns what was read so far, by the name of the template: {@code total}, {@code columns.name}, {@code
     * columns#}.
     */
    public Map<String, Set<String>> all() {
        Map<String, Set<String>> all = new TreeMap<>();
        byTemplate.forEach((template, reads) -> all.put(template, Set.copyOf(reads)));
        return all;
    }

    private static TemplateModel watch(TemplateModel model, String path, Set<String> reads) {
        if (model instanceof TemplateSequenceModel list) {
            return new WatchedList(list, path, reads);
        }
        return model instanceof TemplateHashModelEx group ? new WatchedGroup(group, path, reads) : model;
    }

    private record WatchedList(TemplateSequenceModel list, String path, Set<String> reads)
            implements TemplateSequenceModel {

        @Override
        public TemplateModel get(int index) throws TemplateModelException {
            return watch(list.get(index), path, reads);
        }

        @Override
        public int size() throws TemplateModelException {
            reads.add(path + SIZE);
            return list.size();
        }
    }

    private record WatchedGroup(TemplateHashModelEx group, String path, Set<String> reads)
            implements TemplateHashModelEx {

        @Override
        public TemplateModel get(String key) throws TemplateModelException {
            String below = path.isEmpty() ? key : path + "." + key;
            reads.add(below);
            return watch(((TemplateHashModel) group).get(key), below, reads);
        }

        @Override
        public boolean isEmpty() throws TemplateModelException {
            return group.isEmpty();
        }

        @Override
        public int size() throws TemplateModelException {
            reads.add(path + SIZE);
            return group.size();
        }

        @Override
        public TemplateCollectionModel keys() throws TemplateModelException {
            reads.add(path + SIZE);
            return group.keys();
        }

        @Override
        public TemplateCollectionModel values() throws TemplateModelException {
            reads.add(path + SIZE);
            return group.values();
        }
    }
}

package org.gongkai.feature.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.cache.CacheStore;
import org.gongkai.feature.search.index.SearchFacets;
import org.gongkai.feature.search.index.SearchIndex;
import org.gongkai.feature.search.index.SuggestionFile;
import org.gongkai.input.attachment.AttachmentContent;
import org.gongkai.input.attachment.AttachmentTextExtractor;
import org.gongkai.input.attachment.ContentType;
import org.gongkai.input.attachment.TextPiece.Nature;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.Digests;
import org.gongkai.io.WorkPool;
import org.gongkai.output.Output;
import org.gongkai.pipeline.feature.EntryCollector;
import org.gongkai.pipeline.feature.EntryCollector.CollectorContext;
import org.gongkai.site.Item;
import org.gongkai.site.SearchDocument;
import org.gongkai.site.SearchDocument.Block;
import org.gongkai.site.SearchDocument.SearchSuggestion;
import org.gongkai.site.SearchDocument.SearchableEntry;
import org.gongkai.site.Site;
import org.gongkai.site.Site.Column;
import org.gongkai.site.address.Slugs;
import org.gongkai.site.link.BodyFacts.Resource;

/** The search index of one audience's site. Does nothing if the site is not stored. */
final class SiteSearch implements EntryCollector {

    /** Of so many of the newest entries the 公示 period is told after its end too: every search reads what is told. */
    private static final int RECENT = 1_000;

    private final Site site;
    private final CacheStore records;
    private final Optional<SearchIndex> index;
    private final Optional<AttachmentText> attachments;
    private final Supplier<List<SearchSuggestion>> ofFeatures;
    private final Slugs slugs;
    private final Consumer<SearchDocument> scan;
    private final Map<String, Integer> ids = new HashMap<>();

    /**
     * @param findsAttachments whether entries are found by what stands in their files, too
     */
    SiteSearch(CollectorContext place, boolean findsAttachments) {
        this.site = place.site();
        this.records = place.records();
        this.index = place.scratch()
                .apply("search")
                .map(work -> new SearchIndex(
                        site.items().size(),
                        records,
                        place.folders().apply("search-texts").orElse(work),
                        work));
        this.attachments = findsAttachments ? Optional.of(new AttachmentText(place.source())) : Optional.empty();
        this.ofFeatures = place.places();
        this.slugs = place.slugs();
        this.scan = place.scan();
        // Oldest first: a new entry gets the last id, and those of all others stay.
        site.items().forEach(item -> ids.put(item.address(), site.items().size() - 1 - ids.size()));
    }

    @Override
    public void add(Item item, SearchableEntry entry, List<Resource> resources) throws IOException {
        if (index.isPresent()) {
            SearchableEntry whole =
                    attachments.isEmpty() ? entry : attachments.get().with(entry, resources);
            index.get().add(ids.get(item.address()), item.address(), whole.checkedBy(scan));
        } else {
            SearchIndex.retain(records, item.address());
        }
    }

    @Override
    public void write(Output output, WorkPool pool) throws IOException {
        if (index.isPresent()) {
            index.get().write(output, facets(), pool);
            SuggestionFile.write(output, suggestions(), slugs);
        }
    }

    private SearchFacets facets() {
        List<String> columns =
                site.groups().columns().stream().map(Column::name).toList();
        List<Integer> years =
                site.groups().years().stream().map(Site.Year::year).toList();
        TreeSet<String> named = new TreeSet<>();
        site.items().forEach(item -> named.addAll(kinds(item)));
        List<String> kinds = List.copyOf(named);
        List<SearchFacets.Values> values = new ArrayList<>();
        List<SearchFacets.Notice> notices = new ArrayList<>();
        for (int i = site.items().size() - 1; i >= 0; i--) {
            Entry entry = site.items().get(i).entry();
            int id = values.size();
            values.add(new SearchFacets.Values(
                    indices(entry.listing().categories(), columns),
                    indices(entry.listing().years(), years),
                    indices(kinds(site.items().get(i)), kinds)));
            entry.notice()
                    .filter(notice ->
                            site.items().size() - id <= RECENT || !notice.to().isBefore(site.asOf()))
                    .ifPresent(notice -> notices.add(new SearchFacets.Notice(id, notice.from(), notice.to())));
        }
        List<Integer> help = IntStream.range(0, columns.size())
                .filter(i -> !site.groups().columns().get(i).counted())
                .boxed()
                .toList();
        return new SearchFacets(
                columns, help, years.stream().map(String::valueOf).toList(), kinds, values, notices);
    }

    private static List<String> kinds(Item item) {
        return item.entry().kinds().stream().map(kind -> kind.name()).toList();
    }

    private static <T> List<Integer> indices(List<T> names, List<T> all) {
        return names.stream().map(all::indexOf).filter(index -> index >= 0).toList();
    }

    @Override
    public void close() throws IOException {
        if (index.isPresent()) {
            index.get().close();
        }
    }

    /**
     * Reads what can be found of the files that are published with entries: the visible texts of documents, tables and
     * forms.
     */
    private static final class AttachmentText {

        /** One file shall not outweigh all entries together. */
        private static final long MAX_CHARACTERS = 2_000_000;

        /** What is in an archive is no text of the archive; of others nothing is sure. */
        private static final Set<ContentType> NO_TEXT = Set.of(ContentType.ZIP, ContentType.MP4, ContentType.UNKNOWN);

        private final SourceTree source;
        private final AttachmentTextExtractor inspector = AttachmentTextExtractor.upTo(MAX_CHARACTERS);

        AttachmentText(SourceTree source) {
            this.source = source;
        }

        /** Returns an entry that is found by the texts of its files too. */
        SearchableEntry with(SearchableEntry entry, List<Resource> resources) {
            return new SearchableEntry(
                    () -> resources.stream()
                            .map(this::fingerprint)
                            .collect(
                                    Collectors.joining("\n", entry.fingerprint().get() + "\n", "")),
                    () -> entry.document()
                            .get()
                            .before(resources.stream()
                                    .flatMap(resource -> blocks(resource).stream())
                                    .toList()));
        }

        /** Returns a text that differs if the content of a file does. */
        private String fingerprint(Resource resource) {
            String version = source.version(resource.file());
            return version.isEmpty() ? Digests.sha256(source.bytes(resource.file())) : version;
        }

        /** Returns the visible texts of a file, as far as it can be read; checks report a file that cannot. */
        private List<Block> blocks(Resource resource) {
            SourceFile file = resource.file();
            if (file.size() > inspector.maxBytes()) {
                return List.of();
            }
            AttachmentContent inspection =
                    inspector.read(file, () -> inspector.inspect(file.ending(), source.bytes(file)));
            if (inspection.type().isPicture() || NO_TEXT.contains(inspection.type())) {
                return List.of();
            }
            return inspection.pieces().stream()
                    .filter(piece ->
                            piece.nature() == Nature.SHOWN && piece.within().isEmpty())
                    .map(piece -> new Block(piece.text(), SearchDocument.TEXT))
                    .filter(block -> !block.text().isEmpty())
                    .toList();
        }
    }

    /** Pages and answers that are shown before entries: columns, what features add, and whom to ask. */
    private List<SearchSuggestion> suggestions() {
        List<SearchSuggestion> all = new ArrayList<>();
        for (Column column : site.groups().columns()) {
            all.add(new SearchSuggestion(column.name(), "栏目", column.address(), List.of(), Optional.empty()));
        }
        all.addAll(ofFeatures.get());
        String whom = Stream.of(
                        said("联系", site.config().branch().contact()),
                        said("监督", site.config().branch().supervision()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("；"));
        if (!whom.isEmpty()) {
            all.add(new SearchSuggestion(
                    "首页",
                    "联系",
                    "index.html",
                    List.of("电话", "联系", "监督", "举报", "反映", "意见箱"),
                    Optional.of(
                            new SearchSuggestion.Answer(whom + "。", Optional.empty(), Optional.empty(), List.of()))));
        }
        List<Block> texts = all.stream()
                .flatMap(place -> Stream.concat(
                        Stream.of(place.name()), place.answer().stream().map(SearchSuggestion.Answer::text)))
                .map(text -> new Block(text, SearchDocument.TEXT))
                .toList();
        scan.accept(new SearchDocument(SuggestionFile.ADDRESS, "", "", List.of(), "", texts));
        return all;
    }

    private static Optional<String> said(String what, String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(what + "：" + text);
    }
}

package org.gongkai.feature.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.search.index.SuggestionFile;
import org.gongkai.site.SearchDocument;
import org.gongkai.site.SearchDocument.Block;
import org.gongkai.site.SearchDocument.SearchSuggestion;
import org.gongkai.site.Site;
import org.gongkai.site.Site.Column;

/** Pages and answers that the search page shows before entries: columns, what features add, and whom to ask. */
record SearchSuggestions(Site site, Supplier<List<SearchSuggestion>> ofFeatures, Consumer<SearchDocument> scan) {

    List<SearchSuggestion> all() {
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

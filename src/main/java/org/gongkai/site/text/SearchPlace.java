package org.gongkai.site.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A page besides those of entries, or an answer, that the search page shows before entries.
 *
 * @param name what the link says
 * @param group what it is, such as 栏目
 * @param address where it leads, from the root of the site
 * @param words the words that ask for it, besides its name
 * @param answer what is answered; empty for a page
 */
public record SearchPlace(String name, String group, String address, List<String> words, Optional<Answer> answer) {

    /**
     * An answer that is shown without opening a page.
     *
     * @param text a sentence
     * @param from the first day on which it holds, if it is not always so; the reader's own date decides
     * @param to the last day on which it holds
     * @param sources the addresses of the pages that it is taken from, with which it disappears
     */
    public record Answer(String text, Optional<LocalDate> from, Optional<LocalDate> to, List<String> sources) {
        public Answer {
            sources = List.copyOf(sources);
        }
    }

    public SearchPlace {
        words = List.copyOf(words);
    }
}

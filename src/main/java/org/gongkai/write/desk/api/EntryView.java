package org.gongkai.write.desk.api;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gongkai.problem.Problem;

/** Shows what becomes of the text of an entry, saved or not. */
public interface EntryView {

    /**
     * What became of a text.
     *
     * @param title its title; empty if the header cannot be read
     * @param state its state, such as 草稿; empty if the header cannot be read
     * @param page the page; empty if there is none
     */
    record Seen(String title, String state, Optional<Page> page, List<Problem> problems) {}

    /**
     * A page.
     *
     * @param address its address in the site, which its links are relative to
     */
    record Page(String address, String html) {}

    /** Converts and checks a text as if it were saved. */
    Seen see(String path, String text) throws IOException;
}

package org.gongkai.pipeline.project;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages and other files of a project. */
public interface OtherPages {

    /** Addresses of pages by their order in {@link #render}. */
    List<String> pages();

    /** Addresses of the published documents. */
    List<String> documents();

    /** Renders a page; empty, with a problem reported, if that fails. */
    Optional<byte[]> render(int page);

    /** Addresses of the files that are copied. */
    List<String> copies();

    /** Opens a file that is copied. */
    InputStream open(String address) throws IOException;

    /** Published documents by the name of their type. */
    Map<String, Integer> counts();

    /** The next day on which the site changes by itself. */
    Optional<LocalDate> nextChange();
}

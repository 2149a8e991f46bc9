package org.gongkai.pipeline.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.site.SiteFile;

/** The pages and other files of a project. */
public interface OtherPages {

    /** All files. If one cannot be rendered, a problem is reported when it is made, and its bytes mean nothing. */
    List<SiteFile> files();

    /** Addresses of the published documents. */
    List<String> documents();

    /** Published documents by the name of their type. */
    Map<String, Integer> counts();

    /** The next day on which the site changes by itself. */
    Optional<LocalDate> nextChange();
}

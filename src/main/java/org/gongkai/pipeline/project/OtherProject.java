package org.gongkai.pipeline.project;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.gongkai.input.source.SourceFile;

/**
 * An open project: first its files are read, in any order and by any number of threads, then its pages are planned, then
 * each is rendered.
 */
public interface OtherProject extends AutoCloseable {

    /** Zone of the current day if no day is given. */
    ZoneId zone();

    /** The folders of the project, into which nothing may be written. */
    List<String> folders();

    /** The files of all documents. */
    List<SourceFile> documents();

    /** Reads one document and converts its body. */
    void read(SourceFile file);

    /** Plans all pages, once every document has been read. */
    OtherPages plan(LocalDate asOf);

    @Override
    void close();
}

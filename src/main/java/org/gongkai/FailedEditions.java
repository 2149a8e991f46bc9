package org.gongkai;

import java.util.Optional;
import org.gongkai.history.Tag;
import org.gongkai.kept.KeptRecords;
import org.gongkai.kept.RecordReader;
import org.gongkai.kept.RecordWriter;

/**
 * Editions that could not be made, kept between runs of one program, so that none is built again only to fail again. One is
 * built again when its tag leads to another commit, or the site of today keeps something else from its readers.
 */
final class FailedEditions {

    private final KeptRecords kept;

    /** @param kept for one version of the program */
    FailedEditions(KeptRecords kept) {
        this.kept = kept;
    }

    /**
     * Why an edition could not be made; empty if it must be tried.
     *
     * @param limits a digest of all that is kept from readers today
     * @param commit the commit that is published, if it is one
     */
    Optional<String> reason(Tag tag, String limits, Optional<String> commit) {
        return kept.find(name(tag)).flatMap(record -> reason(record, limits, commit));
    }

    private static Optional<String> reason(RecordReader record, String limits, Optional<String> commit) {
        boolean same = record.text().equals(limits);
        Optional<String> only = record.optional(record::text);
        String reason = record.text();
        return same && (only.isEmpty() || only.equals(commit)) ? Optional.of(reason) : Optional.empty();
    }

    /**
     * Keeps why an edition could not be made.
     *
     * @param only the commit without which the failure may be another, if there is one: a leak is none if a visible entry says
     *     the same
     */
    void keep(Tag tag, String limits, Optional<String> only, String reason) {
        RecordWriter record = new RecordWriter().text(limits);
        kept.keep(name(tag), record.optional(only, record::text).text(reason).toBytes());
    }

    /** Writes what was asked for and kept; failures of tags that are gone are forgotten. */
    void save() {
        kept.save();
    }

    private static String name(Tag tag) {
        return tag.name() + " " + tag.commit().name();
    }
}

/**
 * The desk: writing, checking, committing and pushing entries in a browser of the same machine. Comes in: a source and
 * the requests of its pages. Goes out: ordinary files in an ordinary commit. Everything that is typed is in a journal
 * outside the source before it is in a file, and a file is replaced only if it is still the one that was opened.
 * Several desks may be open on a source: one lock keeps them from writing at the same time.
 *
 * <p>Each class {@code …Api} answers one group of requests with JSON, or one sentence why not. {@code SourceFolder} is
 * the only way to files: those below {@code content}, never through a symbolic link. {@code DeskSite} is the site as it
 * lies on the disk, and with texts that are not saved.
 */
package org.gongkai.write.desk;

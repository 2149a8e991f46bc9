package org.gongkai.write.desk.api;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.check.explain.Explanations;
import org.gongkai.input.data.YamlReader;
import org.gongkai.preview.http.Route;
import org.gongkai.write.desk.draft.DeskPresence;
import org.gongkai.write.desk.draft.DraftJournal;
import org.gongkai.write.desk.file.SourceFolder;
import org.gongkai.write.desk.site.DeskSite;
import org.gongkai.write.document.FormatReader;
import org.gongkai.write.form.HeaderEditor;
import org.gongkai.write.form.PublicationSteps;

/** All requests of the pages of the desk. */
public final class DeskApi {

    private DeskApi() {}

    /**
     * Makes them.
     *
     * @param readers the readers of documents
     * @param temporary an existing folder for files while they arrive
     */
    public static List<Route> routes(
            SourceFolder source,
            DeskSite site,
            DraftJournal journal,
            DeskRepository repository,
            DeskPresence presence,
            List<FormatReader> readers,
            Path temporary,
            Clock clock) {
        YamlReader yaml = new YamlReader();
        PublicationSteps steps = new PublicationSteps(yaml);
        Drafts drafts = new Drafts(journal, clock);
        EntryAnswer answer = new EntryAnswer(site, new HeaderEditor(yaml));
        return Stream.of(
                        new EntryApi(source, site, drafts, repository, answer).routes(),
                        new StepApi(source, site, drafts, answer, steps).routes(),
                        new OverviewApi(site, drafts, new Explanations(yaml)).routes(),
                        new NewApi(source, site).routes(),
                        new UploadApi(source, site, readers, temporary).routes(),
                        new ChangesApi(source, site, drafts, repository, presence).routes(),
                        new MergeApi(site, repository).routes(),
                        new FileApi(source, site, drafts, repository, steps).routes(),
                        new HistoryApi(source, site, drafts, repository).routes())
                .flatMap(List::stream)
                .toList();
    }
}

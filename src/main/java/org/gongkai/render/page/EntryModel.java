package org.gongkai.render.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.history.versions.PublicHistory;
import org.gongkai.history.versions.Versions;
import org.gongkai.history.versions.Versions.Version;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.NoticePeriod;
import org.gongkai.markup.Body;
import org.gongkai.render.list.LinkedEntries;
import org.gongkai.render.metadata.FactsTable;
import org.gongkai.render.metadata.FactsTable.PublicationChain;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.SiteModel;
import org.gongkai.render.page.EntryConverter.ConvertedEntry;
import org.gongkai.render.picture.PictureMarkup;
import org.gongkai.render.picture.PublishedPictures;
import org.gongkai.site.Item;
import org.gongkai.site.NeighbourEntries;
import org.gongkai.site.Site.Tag;
import org.gongkai.site.link.EntryRelations;
import org.gongkai.text.DateText;

/** Builds the variables of the page of an entry. */
final class EntryModel {

    /** A number that can be dialled: three digits at least, possibly in groups. */
    private static final Pattern NUMBER = Pattern.compile("\\d(?:[ -]?\\d){2,14}");

    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");

    /** Minimum number of headings for an outline. */
    private static final int OUTLINE_FROM = 3;

    private final SiteModel model;
    private final Map<String, Model.Name> tags;
    /** Links to entries by their address; a page shows up to seven. */
    private final Map<String, Model.Dated> dated = new HashMap<>();

    private final PublicHistory history;
    private final EntryRelations relations;
    private final LinkedEntries ways;
    private final PublishedPictures pictures;

    EntryModel(SiteModel model, PublicHistory history, LinkedEntries ways, PublishedPictures pictures) {
        this.ways = ways;
        this.model = model;
        this.pictures = pictures;
        this.history = history;
        this.relations = ways.relations();
        model.site()
                .items()
                .forEach(item -> dated.put(
                        item.address(),
                        new Model.Dated(item.entry().title(), item.address(), SiteModel.published(item.entry()))));
        this.tags = model.site().groups().tags().stream()
                .collect(Collectors.toUnmodifiableMap(Tag::name, tag -> new Model.Name(tag.name(), tag.address())));
    }

    /** Returns the variables of the template. */
    Map<String, Object> variables(Item item, ConvertedEntry made) {
        Body body = made.body().html().get();
        return variables(item, made, completed(item, made, body.html()), outline(body));
    }

    private String completed(Item item, ConvertedEntry made, String html) {
        return html.contains("<img ") ? pictures(item, made).complete(html) : html;
    }

    /** Returns the HTML of the pictures of an entry. */
    PictureMarkup pictures(Item item, ConvertedEntry made) {
        return new PictureMarkup(pictures, item.address(), made.resources());
    }

    /** Returns the variables of the template, with this HTML of the body and what derives from it. */
    Map<String, Object> variables(Item item, ConvertedEntry made, String html, List<Model.Heading> headings) {
        Entry entry = item.entry();
        Model.Name column = model.column(entry.column());
        int year = entry.year();
        Map<String, Object> variables = model.base(new Model.PageInfo(
                entry.title(),
                item.address(),
                "post",
                SiteModel.orNull(made.summary()),
                column.uri(),
                Model.Link.way(
                        "正文",
                        new Model.Link(column.name(), column.uri()),
                        new Model.Link(year + "年", column.uri().replace("index.html", year + "/index.html"))),
                model.entryMeta(item, made.summary()),
                new Model.Link(column.name(), column.uri().replace("index.html", "feed.xml"))));
        Model.Notice notice =
                entry.notice().map(n -> model.notice(n, made.result())).orElse(null);
        List<Model.Contact> contacts =
                notice == null ? List.of() : contacts(made.facts().own());
        variables.put(
                "content",
                new Model.Content(
                        entry.title(),
                        item.address(),
                        publication(entry),
                        new Model.Filing(
                                column,
                                year,
                                entry.kinds().stream().map(k -> k.name()).toList(),
                                entry.listing().tags().stream().map(tags::get).toList()),
                        new Model.Validity(
                                SiteModel.state(entry),
                                notice,
                                contacts,
                                version(item),
                                replaces(item),
                                replacedBy(item)),
                        new Model.Details(
                                made.facts().meeting(),
                                made.facts().key(),
                                information(item, made, contacts),
                                made.facts().all(),
                                PublicationChain.of(
                                        entry, model.site().config().display().personsShown()),
                                FactsTable.tables(entry)),
                        new Model.Text(html, headings, made.attachments()),
                        neighbours(item)));
        variables.put("tasks", made.tasks().orElse(null));
        variables.put("back", ways.back(item));
        variables.put("ways", ways.on(item));
        variables.put("heads", ways.atHead(item));
        return variables;
    }

    private static Model.Publication publication(Entry entry) {
        return new Model.Publication(
                SiteModel.published(entry),
                DateText.chinese(entry.dates().day()),
                SiteModel.orNull(entry.publication().publisher()),
                entry.dates().signed().map(DateText::chinese).orElse(null),
                entry.dates().revised().map(DateText::chinese).orElse(null));
    }

    private Model.Neighbours neighbours(Item item) {
        NeighbourEntries related = model.site().relatedEntries();
        return new Model.Neighbours(
                related.previous(item).map(this::dated).orElse(null),
                related.next(item).map(this::dated).orElse(null),
                related.related(item).stream().map(this::dated).toList());
    }

    private Model.Successor successor(Item newer, Item older) {
        String since = newer.entry()
                .own("施行日期")
                .filter(field -> field.value() instanceof Value.Text)
                .flatMap(field -> DateText.day(((Value.Text) field.value()).text()))
                .map(DateText::chinese)
                .orElse(null);
        return new Model.Successor(
                newer.entry().title(),
                newer.address(),
                since,
                ways.comparison(newer, older).orElse(null));
    }

    /** The rows that do not stand above the body; those of the box of a 公示 are not repeated. */
    private List<Model.Fact> information(Item item, ConvertedEntry made, List<Model.Contact> contacts) {
        List<Model.Fact> rows = new ArrayList<>();
        made.facts().further().stream()
                .filter(fact ->
                        contacts.stream().noneMatch(contact -> contact.label().equals(fact.label())))
                .forEach(rows::add);
        relations.replaces(item).stream()
                .map(other -> new Model.Fact("替代", other.entry().title(), other.address()))
                .filter(fact -> !rows.contains(fact))
                .forEach(rows::add);
        // The head says whether a document is in force.
        made.facts().common().stream()
                .filter(fact -> !fact.label().equals(CommonField.VALIDITY.label()))
                .forEach(rows::add);
        return rows;
    }

    /** Returns what the page of an entry shows of other entries, unless its text or its header names them. */
    Map<String, Object> ofOthers(Item item) {
        return Map.of(
                "address", item.address(),
                "column", model.column(item.entry().column()),
                "tags", item.entry().listing().tags().stream().map(tags::get).toList(),
                "neighbours", neighbours(item),
                "replaces", replaces(item),
                "replacedBy", replacedBy(item),
                "back", ways.back(item),
                "ways", ways.on(item));
    }

    private List<Model.Dated> replaces(Item item) {
        return relations.replaces(item).stream().map(this::dated).toList();
    }

    private List<Model.Successor> replacedBy(Item item) {
        return relations.replacedBy(item).stream()
                .map(other -> successor(other, item))
                .toList();
    }

    /** Returns what the page of an entry shows of its history; null if that is nothing. */
    Model.VersionInfo version(Item item) {
        Versions versions = history.histories().of(item.entry().path());
        if (item.entry().history() == Kind.History.NONE) {
            return null;
        }
        List<Version> worded = versions.worded();
        return versions.latest()
                .map(version -> new Model.VersionInfo(
                        version.number(),
                        worded.get(worded.size() - 1).day().toString(),
                        DateText.chinese(worded.get(worded.size() - 1).day()),
                        ways.versionList(item).orElse(null),
                        worded.size() - 1))
                .orElse(null);
    }

    private Model.Dated dated(Item item) {
        return dated.get(item.address());
    }

    private static List<Model.Heading> outline(Body body) {
        List<Model.Heading> outline = body.outline().stream()
                .filter(h -> h.level() <= 3)
                .map(h -> new Model.Heading(h.level(), h.id(), h.text()))
                .toList();
        return outline.size() < OUTLINE_FROM ? List.of() : outline;
    }

    /** Whom readers of a 公示 tell what they have against it. */
    private static List<Model.Contact> contacts(List<Model.Fact> facts) {
        return facts.stream()
                .filter(fact -> NoticePeriod.CHANNELS.contains(fact.label()))
                .map(fact -> new Model.Contact(fact.label(), fact.value(), target(fact.value())))
                .toList();
    }

    /** Returns a link that dials or writes; null unless there is exactly one number or address in the text. */
    private static String target(String text) {
        if (MAIL.matcher(text).matches()) {
            return "mailto:" + text;
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.find()) {
            return null;
        }
        String digits = number.group().replaceAll("\\D", "");
        return number.find() || text.chars().filter(Character::isDigit).count() != digits.length()
                ? null
                : "tel:" + digits;
    }
}

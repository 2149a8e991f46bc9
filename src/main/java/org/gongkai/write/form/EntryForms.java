package org.gongkai.write.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.PublicationReader;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.header.Header;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.input.entry.kind.Choice;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.write.form.FieldNotation.FieldValues;
import org.gongkai.write.form.FormField.Need;
import org.gongkai.write.form.HeaderEditor.FieldEdit;

/** Makes forms from the definitions of kinds, with defaults and the current values of an entry. */
public record EntryForms(HeaderParser headers, Kinds kinds, EntryPresets defaults) {

    public EntryForms(YamlReader reader, Kinds kinds, EntryPresets defaults) {
        this(new HeaderParser(reader), kinds, defaults);
    }

    /**
     * Returns the form of an entry.
     *
     * @param ending the extension of its file in lower case
     * @param text its content
     * @return the form; empty if the header cannot be read
     */
    public Optional<EntryForm> of(String ending, String text) {
        return headers.parse("", ending, SourceText.plain(text), problem -> {})
                .map(header -> new EntryForms(headers, kinds, defaults.onDayOf(header)).form(header));
    }

    private EntryForm form(Header header) {
        Value.Fields values = header.fields();
        List<Kind> found = kinds(values);
        String column =
                text(values, CommonField.CATEGORY).orElse(found.get(0).listing().column());
        List<FormField> fields = new ArrayList<>();
        for (CommonField field : CommonInput.ALL.keySet()) {
            if (isAsked(field, found, values)) {
                fields.add(common(field, found, column, values));
            }
            if (field == CommonField.MEETING) {
                own(found, column, values, fields);
            }
        }
        return new EntryForm(found.stream().map(Kind::name).toList(), fields);
    }

    private static boolean isAsked(CommonField field, List<Kind> found, Value.Fields values) {
        boolean isOfKind = field == CommonField.NOTICE
                ? found.stream().anyMatch(kind -> kind.demands().notice().isPresent())
                : field != CommonField.MEETING || need(field.names(), found) != Need.OPTIONAL;
        return isOfKind || values.value(field.names()).isPresent();
    }

    private void own(List<Kind> found, String column, Value.Fields values, List<FormField> fields) {
        Set<String> names = new LinkedHashSet<>();
        for (Kind kind : found) {
            for (FieldSpec spec : kind.fields()) {
                if (names.add(spec.name())) {
                    fields.add(own(spec, kind, found, column, values));
                }
            }
        }
    }

    private List<Kind> kinds(Value.Fields values) {
        List<Kind> found = new ArrayList<>();
        values.value(CommonField.KIND.names()).ifPresent(value -> FieldNotation.list(FormValue.of(value))
                .items()
                .forEach(name -> kinds.named(name.json().toString()).ifPresent(found::add)));
        return found.isEmpty() ? List.of(kinds.standard()) : found;
    }

    private FormField common(CommonField field, List<Kind> found, String column, Value.Fields values) {
        Kind kind = found.get(0);
        CommonInput entered = CommonInput.ALL.get(field);
        FormField empty = new FormField(
                field.label(),
                field.names(),
                entered.input(),
                need(field.names(), found),
                choices(field),
                entered.members(defaults),
                entered.help(field, kind),
                FormField.Values.preset(preset(field, kind, column)));
        FormField filled = filled(empty, values);
        return filled.values().shown().isBlank()
                ? filled.with(ofSite(field, found), filled.values().written())
                : filled;
    }

    /** What an entry need not state because the site does, and so what its form shows as stated. */
    private FormValue ofSite(CommonField field, List<Kind> found) {
        boolean open = found.stream().anyMatch(Kind::isOpen);
        return open && field == CommonField.SCOPE
                ? FormValue.of(defaults.site().scope())
                : open && field == CommonField.PUBLISHER
                        ? FormValue.of(defaults.site().publisher())
                        : FormValue.Words.BLANK;
    }

    private FormField own(FieldSpec spec, Kind kind, List<Kind> found, String column, Value.Fields values) {
        FormField empty = new FormField(
                spec.name(),
                spec.names(),
                FieldInput.of(spec),
                need(spec.names(), found),
                choices(spec),
                spec.columns().stream().map(one -> column(one, spec)).toList(),
                FieldInput.help(spec),
                FormField.Values.preset(defaults.carriedOver(kind, column, spec)));
        return filled(empty, values);
    }

    private static FormField filled(FormField empty, Value.Fields values) {
        Optional<Value> value = values.value(empty.names());
        FormValue written = value.map(FormValue::of).orElse(FormValue.Words.BLANK);
        return empty.with(
                empty.input() == FieldInput.LIST && value.isPresent()
                        ? FieldNotation.parts(value.get())
                        : FieldValues.shown(empty, written),
                written);
    }

    private FormField column(FieldSpec column, FieldSpec table) {
        Need need = table.requiredColumns().contains(column.name()) ? Need.REQUIRED : Need.OPTIONAL;
        return new FormField(
                column.name(),
                column.names(),
                FieldInput.of(column),
                need,
                choices(column),
                List.of(),
                FieldInput.help(column),
                FormField.Values.preset(FormValue.Words.BLANK));
    }

    static Need need(List<String> names, List<Kind> found) {
        boolean always = names.contains(CommonField.TITLE.label()) || names.contains(CommonField.DATE.label());
        boolean ofOpen = found.stream().anyMatch(Kind::isOpen)
                && PublicationReader.REQUIRED.stream().anyMatch(field -> names.contains(field.label()));
        boolean dates = names.contains(CommonField.NOTICE.label())
                && found.stream()
                        .flatMap(kind -> kind.demands().notice().stream())
                        .anyMatch(notice -> notice.datesRequired());
        if (always
                || ofOpen
                || dates
                || found.stream()
                        .anyMatch(kind -> names.stream().anyMatch(kind.demands().required()::contains))) {
            return Need.REQUIRED;
        }
        return found.stream()
                        .anyMatch(kind -> names.stream().anyMatch(kind.demands().recommended()::contains))
                ? Need.RECOMMENDED
                : Need.OPTIONAL;
    }

    private List<String> choices(CommonField field) {
        return switch (field) {
            case KIND -> kinds.all().stream().map(Kind::name).toList();
            case CATEGORY -> defaults.columns();
            case SCOPE -> SiteConfig.SCOPES;
            case STATUS -> PublicationReader.STATUSES.subList(0, 3);
            case VALIDITY ->
                PublicationReader.VALIDITIES.stream().map(Choice::name).toList();
            case TERM -> PublicationReader.TERMS.stream().map(Choice::name).toList();
            case HISTORY -> List.of("全文", "列表", "不留");
            case CATALOGUE -> defaults.catalogue();
            case TAGS -> defaults.tags();
            case MATTER -> defaults.matters();
            case OWNER, DRAFTER -> defaults.persons();
            default -> List.of();
        };
    }

    private List<String> choices(FieldSpec spec) {
        return switch (spec.type()) {
            case PERSON -> defaults.persons();
            default ->
                spec.name().equals("党小组")
                        ? defaults.groups()
                        : spec.choices().stream().map(Choice::name).toList();
        };
    }

    private FormValue preset(CommonField field, Kind kind, String column) {
        return switch (field) {
            case CATEGORY -> FormValue.Items.of(List.of(defaults.column(kind)));
            case SCOPE -> kind.isOpen() ? FormValue.of(defaults.scope(kind, column)) : FormValue.Words.BLANK;
            case PUBLISHER -> kind.isOpen() ? FormValue.of(defaults.publisher(kind, column)) : FormValue.Words.BLANK;
            case MEETING -> FieldNotation.MEETING.inChinese(defaults.meeting(kind, column));
            case SECRECY_REVIEW, EXAMINATION, APPROVAL ->
                new ApprovalStepText(defaults.person(field, kind, column), "").form(field);
            case DRAFTER -> FormValue.of(defaults.drafter(kind, column));
            default -> FormValue.Words.BLANK;
        };
    }

    private static Optional<String> text(Value.Fields values, CommonField field) {
        return values.value(field.names())
                .map(FieldNotation::parts)
                .filter(list -> !list.items().isEmpty())
                .map(list -> list.items().get(0).json().toString());
    }

    /**
     * The header of one entry as a form.
     *
     * @param kinds the names of its kinds
     * @param fields its fields in the order in which they are filled in
     */
    public record EntryForm(List<String> kinds, List<FormField> fields) {

        /**
         * Returns the edits that give the header the values of a filled-in form. Values that have not changed yield
         * none, however the header writes them. A blank value removes its field, unless it is required.
         *
         * @param values the values by the names of fields; names that the form does not have are ignored
         */
        public List<FieldEdit> edits(Map<String, FormValue> values) {
            List<FieldEdit> edits = new ArrayList<>();
            List<String> before = new ArrayList<>();
            for (FormField field : fields) {
                FormValue value = values.get(field.name());
                if (value != null && !isSame(field, value)) {
                    boolean keeps = field.need() == FormField.Need.REQUIRED;
                    edits.add(new FieldEdit(
                            field.names(),
                            value.isBlank()
                                    ? Optional.of(FormValue.Words.BLANK).filter(blank -> keeps)
                                    : Optional.of(FieldValues.written(field, value)),
                            List.copyOf(before)));
                }
                before.addAll(field.names());
            }
            return edits;
        }

        private static boolean isSame(FormField field, FormValue value) {
            return value.isBlank() && field.values().shown().isBlank()
                    || FieldValues.shown(field, value).equals(field.values().shown());
        }

        /** Returns the form as texts, lists and maps, for JSON. */
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("kinds", kinds);
            json.put("fields", fields.stream().map(FormField::json).toList());
            return json;
        }
    }
}

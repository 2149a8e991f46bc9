package org.gongkai.render.theme;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.util.List;
import java.util.stream.Collectors;

/** {@code breakable(title)} in templates: a title as markup that tells a browser where its lines may end. */
final class TitleMethod implements TemplateMethodModelEx {

    /** The name of the method in templates. */
    static final String NAME = "breakable";

    @Override
    public Object exec(List arguments) throws TemplateModelException {
        if (arguments.size() != 1 || !(arguments.get(0) instanceof TemplateScalarModel title)) {
            throw new TemplateModelException(NAME + "(title)");
        }
        return HTMLOutputFormat.INSTANCE.fromMarkup(TitleParts.of(title.getAsString()).stream()
                .map(HTMLOutputFormat.INSTANCE::escapePlainText)
                .collect(Collectors.joining("<wbr>")));
    }
}

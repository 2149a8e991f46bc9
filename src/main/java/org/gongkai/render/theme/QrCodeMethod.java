package org.gongkai.render.theme;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.util.List;

/**
 * {@code qrCode(text, label)} in templates: a QR code as markup, which is empty if the text is too long. A method, because
 * only pages that are rendered need their codes.
 */
final class QrCodeMethod implements TemplateMethodModelEx {

    /** The name of the method in templates. */
    static final String NAME = "qrCode";

    @Override
    public Object exec(List arguments) throws TemplateModelException {
        if (arguments.size() != 2
                || !(arguments.get(0) instanceof TemplateScalarModel text)
                || !(arguments.get(1) instanceof TemplateScalarModel label)) {
            throw new TemplateModelException(NAME + "(text, label)");
        }
        return HTMLOutputFormat.INSTANCE.fromMarkup(
                QrCodeDrawing.of(text.getAsString(), HTMLOutputFormat.INSTANCE.escapePlainText(label.getAsString()))
                        .orElse(""));
    }
}

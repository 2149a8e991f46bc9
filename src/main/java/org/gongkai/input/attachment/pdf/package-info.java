/** What the library for PDF files needs besides the files. Knows nothing of attachments. */
package org.gongkai.input.attachment.pdf;

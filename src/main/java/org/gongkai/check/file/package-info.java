/**
 * Rules about attachments and images. Input: files with their extracted texts, settings about privacy. Output:
 * problems, in which personal numbers are masked.
 */
package org.gongkai.check.file;

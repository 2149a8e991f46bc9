/** The page of one entry: its body converted, its facts, its attachments. */
package org.gongkai.render.page;

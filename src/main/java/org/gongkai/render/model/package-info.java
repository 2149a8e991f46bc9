/** Everything that templates see, one record a thing, and what each template read of it. */
package org.gongkai.render.model;

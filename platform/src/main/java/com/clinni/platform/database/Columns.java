package com.clinni.platform.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement that takes many rows at once: one array per column. */
public final class Columns<T> {

    private final List<T> rows;
    private final Map<String, @Nullable Object> values = new HashMap<>();

    private Columns(Collection<T> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Begins with the rows that the statement unnests. */
    public static <T> Columns<T> of(Collection<T> rows) {
        return new Columns<>(rows);
    }

    /** One more column, in the rows' order. */
    public Columns<T> put(String name, Function<? super T, ? extends @Nullable Object> value) {
        var column = new ArrayList<@Nullable Object>();
        rows.forEach(row -> column.add(value.apply(row)));
        values.put(name, column);
        return this;
    }

    /** A parameter beside the columns, the same for every row. */
    public Columns<T> with(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    /** The parameters by name. */
    public Map<String, @Nullable Object> map() {
        return values;
    }
}

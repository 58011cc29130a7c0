import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

export interface SchemaFile {
  readonly path: string;
  readonly content: string;
}

const prismaFolder = fileURLToPath(new URL("../../prisma/", import.meta.url));

/** The schema as `prisma generate` reads it. */
export function readSchemaFiles(): SchemaFile[] {
  const models = readdirSync(`${prismaFolder}models`).map((name) => `models/${name}`);
  return ["schema.prisma", ...models].map((path) => ({
    path,
    content: readFileSync(prismaFolder + path, "utf8"),
  }));
}

/**
 * The statements with which Prisma's schema engine would make the database match the models; none when it does.
 * `externalTables` are left out, schema-qualified.
 */
export async function describeDrift(
  databaseUrl: string,
  files: readonly SchemaFile[],
  externalTables: readonly string[],
): Promise<string[]> {
  engineLoaded ??= loadEngine();
  await engineLoaded;
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(catalogAdapter(pool));
    const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
    const result = await engine.diff({
      from: { tag: "schemaDatasource", files: [...files], configDir: "." },
      to: { tag: "schemaDatamodel", files: [...files] },
      script: true,
      exitCode: null,
      filters: { externalTables: [...externalTables], externalEnums: [] },
    });
    return (result.stdout ?? "").split("\n").filter((line) => line !== "" && !line.startsWith("--"));
  } finally {
    await pool.end();
  }
}

/** A second instance would leave the bindings with views of the first one's memory. */
let engineLoaded: Promise<void> | undefined;

/** Node cannot import the engine's wasm as a module, so it is instantiated by hand. */
async function loadEngine(): Promise<void> {
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  // Where the engine leaves the words of a panic; without it a panic is "unreachable" and nothing else.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string) {
        throw new Error(message);
      },
    },
  });
  const bytes = readFileSync(script.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": { ...bindings } });
  const setWasm: unknown = Reflect.get(bindings, "__wbg_set_wasm");
  const start = instance.exports["__wbindgen_start"];
  if (typeof setWasm !== "function" || typeof start !== "function")
    throw new Error("not the expected engine");
  setWasm(instance.exports);
  start();
}

const INTERNAL_CHAR_OID = 18;
const TEXT_OID = 25;

/**
 * The adapter for reading Postgres' own catalog: columns of its internal type `"char"`, which the adapter refuses,
 * are read as text and reported as characters, as the engine expects them.
 */
function catalogAdapter(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const charColumns = new WeakMap<object, number[]>();
  const watched = new Proxy(pool, {
    get(target, key) {
      if (key !== "query") return Reflect.get(target, key, target);
      return async (query: pg.QueryArrayConfig) => {
        const result = await target.query(query);
        const columns = result.fields.flatMap((field, index) =>
          field.dataTypeID === INTERNAL_CHAR_OID ? [index] : [],
        );
        for (const index of columns) Object.assign(result.fields[index] ?? {}, { dataTypeID: TEXT_OID });
        charColumns.set(result.rows, columns);
        return result;
      };
    },
  });
  const factory = new PrismaPg(watched);
  const patched = async (adapter: Promise<SqlDriverAdapter>): Promise<SqlDriverAdapter> => {
    const inner = await adapter;
    const queryRaw: SqlDriverAdapter["queryRaw"] = async (query) => {
      const set = await inner.queryRaw(query);
      const columnTypes = [...set.columnTypes];
      for (const index of charColumns.get(set.rows) ?? []) columnTypes[index] = ColumnTypeEnum.Character;
      return { ...set, columnTypes };
    };
    return new Proxy(inner, {
      get(target, key) {
        if (key === "queryRaw") return queryRaw;
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: () => patched(factory.connect()),
    connectToShadowDb: () => patched(factory.connectToShadowDb()),
  };
}

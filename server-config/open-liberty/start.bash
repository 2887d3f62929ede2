# shellcheck shell=bash
# How ./run starts Open Liberty and gives it the credentials by each means.
DEFAULT_CREDENTIALS=credentials-file

start_server() {
    local there=$folder/usr/servers/buymed4j
    mkdir -p "$there"
    [[ $credentials != credentials-file ]] || use_credentials_file
    deploy_into "$there/apps"
    {
        cat "$folder/settings.properties"
        printf '%s\n' "server.config=${SERVER_CONFIG:-$config/server.xml}" "server.config.folder=$config" "server.http.port=$port"
    } >"$there/bootstrap.properties"
    cp "$config/run.xml" "$there/server.xml"
    case $credentials in
        variables) filled "$config/variables/credentials.xml" >"$there/credentials.xml" ;;
        variable-files) filled_files "$config/variable-files" "$folder/secrets" ;;
        server-env) filled "$config/server-env/server.env" >"$there/server.env" ;;
        encoded-variables) encode_into "$there" ;;
    esac
    WLP_USER_DIR=$folder/usr VARIABLE_SOURCE_DIRS=$folder/secrets launch "$home/bin/server" run buymed4j
}

# The Client Secret encoded, the key for it, and the config source that reads what the server has decoded: into FOLDER
encode_into() {
    local means=$config/encoded-variables key encoded classes=$folder/classes
    key=$(random A-Za-z0-9 32)
    encoded=$(printf '%s\n' "$key" "$client_secret" | java -cp "$home/lib/*" "$means/Encode.java") || die "Open Liberty did not encode the Client Secret"
    filled "$means/credentials.xml" >"$1/credentials.xml"
    replace your_encoded_client_secret "$encoded" "$1/credentials.xml"
    cp "$means/key.xml" "$1/key.xml"
    replace your_key "$key" "$1/key.xml"
    mkdir -p "$classes/META-INF/services"
    echo JndiConfigSource >"$classes/META-INF/services/org.eclipse.microprofile.config.spi.ConfigSource"
    javac -d "$classes" -cp "$(echo "$home"/dev/api/stable/io.openliberty.org.eclipse.microprofile.config.3.1_*.jar)" "$means/JndiConfigSource.java"
    jar --create --file "$1/config-sources.jar" -C "$classes" .
}

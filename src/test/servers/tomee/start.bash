# shellcheck shell=bash
# How ./run starts TomEE: for ./verify --matrix.
DEFAULT_CREDENTIALS=credentials-file
config=$PWD/server-config/payara-micro

start_server() {
    local base=$folder/tomee property options=
    mkdir -p "$base/bin" "$base/lib" "$base/logs" "$base/temp"
    cp -R "$home/conf" "$base/conf"
    sed -i -e 's/<Server port="8005"/<Server port="-1"/' -e "s/<Connector port=\"8080\"/<Connector address=\"127.0.0.1\" port=\"$port\"/" \
        "$base/conf/server.xml"
    use_credentials_file
    while IFS= read -r property; do
        [[ -z $property ]] || options+=" -D$property"
    done <"$folder/settings.properties"
    deploy_into "$base/webapps"
    BUYMED_ACCESS_TOKEN=$access_token BUYMED_CONSOLE_PASSWORD=$operator_password CATALINA_BASE=$base CATALINA_OPTS=$options \
        launch "$home/bin/catalina.sh" run
}
